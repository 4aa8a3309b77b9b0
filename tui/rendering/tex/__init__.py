"""Mathematics in TeX, read into a tree and written for a terminal: on one line, or in stacked rows."""
