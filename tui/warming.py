"""What the first article will need is made ready while its reader still chooses."""


def import_reader() -> None:
    """Import the reader, which takes as long as ten pages; a thread does it once the first screen shows."""
    import tui.routes  # noqa: PLC0415
    import tui.screens.reader  # noqa: F401, PLC0415 - whoever opens it finds it imported
