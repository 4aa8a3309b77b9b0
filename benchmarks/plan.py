"""What all measurements share: the library, where caches lie, and how often to measure."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure with."""

    library: Path
    articles: int
    scratch: Path
    """A folder for caches and notes, which goes when all is done."""
    runs: int
    """How often to measure what takes long; what is short is measured more often."""

    @property
    def pairs(self) -> int:
        """How often to open programs side by side."""
        return max(15, self.runs)

    @property
    def home(self) -> Path:
        """Carrel's own folder for this library, with a full cache once it was opened."""
        return self.scratch / f"home-{self.articles}"

    @property
    def cache(self) -> Path:
        """The cache in that folder that Carrel makes for this library."""
        from tui.places import cache_folder  # noqa: PLC0415 - Carrel is measured, not needed

        return cache_folder(self.library, {"CARREL_HOME": str(self.home)})
