"""Text that must fit a number of cells."""

from rich.cells import cell_len, set_cell_size


def fit(text: str, width: int) -> str:
    """Shorten a line to `width` cells, with `…` where something is left out; a shorter one stays as it is."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…"[: max(0, width)]
    return set_cell_size(text, width - 1).rstrip() + "…"
