"""The reading assistant: the reader says how a spreadsheet is read."""
