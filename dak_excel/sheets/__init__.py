"""From bytes to records: any spreadsheet, safely, to grids, tables and typed rows."""
