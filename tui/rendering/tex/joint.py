"""What keeps a formula together that flows in the text."""

JOINT = "\xa0"
"""The blank at which a line is not broken."""
