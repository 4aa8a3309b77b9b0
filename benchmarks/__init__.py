"""What Carrel costs, measured beside the plain way of doing the same."""
