"""What has changed in a store since somebody last looked: a stamp names the moment."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from loaders.article import Content
from loaders.database import Database
from loaders.records import date_of

_COLUMNS = """\
key, slug, id, subject_key, title, date, question, description, keywords, author,
CASE answer WHEN '' THEN body ELSE answer END"""

_from_json = json.JSONDecoder().decode


class Unseen(NamedTuple):
    """Changes in the order of their coming."""

    articles: list[tuple[int, Content]]
    """Rows with what they hold now, as far as somebody may search for it."""
    gone: list[int]
    """Rows that hold no article of their key any more."""
    stamp: str
    """The moment after these changes."""

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.articles or self.gone)


def knows(database: Database, stamp: str) -> bool:
    """Tell whether this store gave a stamp and was not set back since; the empty one is always known."""
    name, _, number = stamp.partition(":")
    ((own, last),) = database.all("SELECT (SELECT name FROM identity), (SELECT max(number) FROM changes)")
    return not stamp or (name == own and number.isdecimal() and int(number) <= (last or 0))


def lag_since(database: Database, stamp: str) -> int:
    """Count the changes since a stamp, at most: what has changed twice since may count twice."""
    ((last,),) = database.all("SELECT max(number) FROM changes")
    return (last or 0) - (int(stamp.partition(":")[2] or 0) if knows(database, stamp) else 0)


def unseen_since(database: Database, stamp: str, limit: int) -> Unseen:
    """Give up to so many changes since a stamp, the oldest first; none of a file that turns out to be broken."""
    ((name,),) = database.all("SELECT name FROM identity")
    since = int(stamp.partition(":")[2] or 0)
    found = database.all(
        f"SELECT number, changes.row, holds, {_COLUMNS}"  # noqa: S608 - its own columns alone
        " FROM changes LEFT JOIN articles ON articles.row = changes.row WHERE number > ? ORDER BY number LIMIT ?",
        (since, limit),
    )
    articles: list[tuple[int, Content]] = []
    with database.decoding():
        articles += [(row, _content_of(record)) for _, row, holds, *record in found if holds]
    if database.damaged:
        return Unseen([], [], stamp)
    gone = [row for _, row, holds, *_ in found if not holds]
    return Unseen(articles, gone, f"{name}:{found[-1][0] if found else since}")


def _content_of(record: Sequence[Any]) -> Content:
    key, slug, number, subject_key, title, date, question, description, keywords, author, text = record
    return Content(
        key,
        slug,
        number,
        subject_key,
        title,
        date_of(date),
        question,
        description,
        tuple(_from_json(keywords)),
        author,
        text,
    )
