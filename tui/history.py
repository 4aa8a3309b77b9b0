"""Where the reader has been, as a browser keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from loaders import Subject

if TYPE_CHECKING:
    from tui.rendering.finding import Sought


@dataclass(frozen=True, slots=True)
class SearchPlace:
    """A search, and where in it the reader was."""

    text: str
    subject: Subject | None = None
    """The subject that was searched; None for all articles."""
    key: str | None = None
    """The article of the highlighted hit."""
    limit: int = 20
    """How many hits were shown at most."""
    hits: Sequence[str] = field(default=(), compare=False)
    """The articles of all these hits, in their order."""
    sought: "Sought | None" = field(default=None, compare=False)
    """What is marked in each of them."""
    more: bool = field(default=False, compare=False)
    """Whether there may be hits beyond these."""
    stepped: bool = field(default=False, compare=False)
    """Whether the hit was reached by a step from another one, and not from the search itself."""

    def beyond(self, step: int) -> Sequence[str]:
        """Give the hits after the highlighted one, or with a `step` below 0 those before it, the nearest first."""
        if self.key not in self.hits:
            return ()
        at = self.hits.index(self.key)
        return self.hits[at + 1 :] if step > 0 else self.hits[:at][::-1]


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
    search: SearchPlace | None = None
    """The search of which the article is a hit: the way back leads through it."""

    @property
    def opened_by(self) -> SearchPlace | None:
        """The search from which the article was opened; None for one that was reached by a step, too."""
        return self.search if self.search and not self.search.stepped else None


class History:
    """Places in the order of their visits, and the one where the reader is; before the first is the library."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """The place where the reader is; None in the library."""
        return self._places[self._at] if self._at >= 0 else None

    def start(self, key: str, search: SearchPlace | None = None) -> Place:
        """Open an article from the library, or from a search over it: a new way begins."""
        self._places.clear()
        self._at = -1
        return self.visit(key, search)

    def visit(self, key: str, search: SearchPlace | None = None, *, elsewhere: bool = False) -> Place:
        """Go on to an article. Places ahead are forgotten; an article that is here already is no new place.

        `elsewhere` says that another part of it is meant, which is one.
        """
        if search or self.here is None or self.here.key != key or elsewhere:
            del self._places[self._at + 1 :]
            self._places.append(Place(key, search=search))
            self._at += 1
        return self._places[self._at]

    def note(self, place: Place) -> None:
        """Keep where in the article the reader is; a place of another article is passed over."""
        if self.here is not None and self.here.key == place.key:
            self._places[self._at] = replace(place, search=self.here.search)

    def back(self) -> Place | None:
        """Go one place back; None when that is the library."""
        self._at = max(-1, self._at - 1)
        return self.here

    def leave(self) -> SearchPlace | None:
        """Go back to before the last search that led here, and give that; None without one, and nothing moves.

        The search is given at the hit that was stepped to last.
        """
        last = None
        for number in range(self._at, -1, -1):
            place = self._places[number]
            last = last or place.search
            if place.opened_by:
                self._at = number - 1
                break
        return last

    def forward(self) -> Place | None:
        """Go one place forward; None when there is none, and the reader stays."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self.here
