"""How a sheet is laid out, before anyone asks what it is: headers, rows, titles, key : value lines."""
