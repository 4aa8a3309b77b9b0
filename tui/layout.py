"""The classes that a screen has for its size, by which the style sheet lays it out."""

from textual.geometry import Size

WIDTHS = [(0, "-narrow"), (72, "-normal"), (100, "-wide"), (160, "-huge")]
"""By the columns of the terminal, from so many on."""
HEIGHTS = [(0, "-low"), (20, "-high"), (36, "-tall")]
"""By the lines of the terminal."""
SMALLEST = Size(40, 10)
"""The cells that the screens need."""


def classes_for(size: Size) -> str:
    """Give the classes for a size, so that the first layout of a screen is right and no second one is seen."""
    width = [name for least, name in WIDTHS if size.width >= least][-1]
    height = [name for least, name in HEIGHTS if size.height >= least][-1]
    return f"{width} {height}"
