"""Past searches, as `↑` and `↓` bring them back."""

from collections.abc import Callable, Sequence


class PastQueries:
    """What was searched before, the newest first; and which of them the reader has brought back."""

    def __init__(self, queries: Sequence[str], keep: Callable[[str], object]) -> None:
        """`keep` is told of each new one."""
        self.queries = list(queries)
        self._keep = keep
        self._at = -1

    @property
    def recalled(self) -> bool:
        """Tell whether one of them stands in the prompt."""
        return self._at >= 0

    def older(self) -> str | None:
        """Give the query before; None when there is none."""
        if self._at + 1 >= len(self.queries):
            return None
        self._at += 1
        return self.queries[self._at]

    def newer(self) -> str | None:
        """Give the query after; None from the newest on, and then none is recalled any more."""
        if self._at < 1:
            self._at = -1
            return None
        self._at -= 1
        return self.queries[self._at]

    def leave(self) -> None:
        """Begin with the newest again."""
        self._at = -1

    def note(self, query: str) -> None:
        """Take a query as the newest."""
        query = " ".join(query.split())
        if query:
            self.queries = [query, *(other for other in self.queries if other != query)]
            self._at = -1
            self._keep(query)
