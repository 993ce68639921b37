"""What people say at calls and how their names are written: pure functions over text. Knows no files, no stages."""
