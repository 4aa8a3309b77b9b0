"""How far a refresh has come."""

from typing import NamedTuple


class Progress(NamedTuple):
    """A step of a refresh, counted in files that are new or changed."""

    done: int
    total: int
    counted: bool = True
    """False while more of them may be found."""
    removed: int = 0
    """Files that are gone from the library."""
    elsewhere: bool = False
    """True when another program writes to the same cache, and this one only reads."""

    @property
    def finished(self) -> bool:
        """True of the last step of a refresh."""
        return self.counted and self.done == self.total

    @property
    def changes(self) -> int:
        """How many files the store holds otherwise than before."""
        return self.done + self.removed
