"""How it looks: a table and translated names in, a plotly figure out."""
