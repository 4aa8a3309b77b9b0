"""Where the reader has been, as a browser keeps it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """An article, and where in it the reader was."""

    key: str
    position: int = 0
    """Which line is the first in sight, as the page counts it."""
    neighbour: int | None = None
    """The highlighted row of the related panel."""
    in_panel: bool = False
    """Whether the reader was in the related panel."""


class History:
    """Places in the order of their visits, and the one where the reader is; before the first is the library."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """The place where the reader is; None in the library."""
        return self._places[self._at] if self._at >= 0 else None

    def start(self, key: str) -> Place:
        """Open an article from the library: a new way begins."""
        self._places.clear()
        self._at = -1
        return self.visit(key)

    def visit(self, key: str, *, elsewhere: bool = False) -> Place:
        """Go on to an article. Places ahead are forgotten; an article that is here already is no new place.

        `elsewhere` says that another part of it is meant, which is one.
        """
        if self.here is None or self.here.key != key or elsewhere:
            del self._places[self._at + 1 :]
            self._places.append(Place(key))
            self._at += 1
        return self._places[self._at]

    def note(self, place: Place) -> None:
        """Keep where in the article the reader is; a place of another article is passed over."""
        if self.here is not None and self.here.key == place.key:
            self._places[self._at] = place

    def back(self) -> Place | None:
        """Go one place back; None when that is the library."""
        self._at = max(-1, self._at - 1)
        return self.here

    def forward(self) -> Place | None:
        """Go one place forward; None when there is none, and the reader stays."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self.here
