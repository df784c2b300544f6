"""What a spreadsheet that is not ours says, and how sure that is."""
