"""How a sheet is read: what people have told of its layout."""
