"""What a search finds: hits, each with the articles that it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from loaders.expansion import Wanted
from loaders.index_queries import Near


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers a query, with those that it stands for."""

    row: int
    """The article's row in the store."""
    title: str
    subject_key: str
    score: float
    copies: tuple[int, ...] = ()
    """Rows of the same article, filed under other subjects."""
    similar: tuple[int, ...] = ()
    """Rows of articles that ask nearly the same."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What a query finds, the best first, and what it took its words for."""

    hits: tuple[Hit, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    """The words with the terms that answered them: what to mark."""
    by_subject: dict[str, int] = field(default_factory=dict)
    """How many articles each subject has, the scope aside; empty unless asked for."""
    relaxed: bool = False
    """Nothing has all the words."""
    elsewhere: int = 0
    """How many articles have all the words beyond the scope, where none within it has."""
    spelling: str = ""
    """The query in the spelling that finds something, when its own finds little or nothing."""


def folded(found: Sequence[Near], limit: int) -> list[Hit]:
    """Make one hit of copies, and of questions that ask nearly the same; so many hits at most."""
    groups: dict[str, list[Near]] = {}
    place: dict[str, str] = {}
    for each in found:
        question = place.setdefault(each.card.identity, each.card.question)
        groups.setdefault(question, []).append(each)
    hits = []
    for best, *others in islice(groups.values(), limit):
        copies = tuple(each.row for each in others if each.card.identity == best.card.identity)
        seen = {best.card.identity}
        similar = []
        for each in others:
            if each.card.identity not in seen:
                seen.add(each.card.identity)
                similar.append(each.row)
        hits.append(Hit(best.row, best.card.title, best.card.subject_key, best.score, copies, tuple(similar)))
    return hits
