"""The related links between articles, followed in both directions."""

from loaders.article import Neighbour, slug_of_url
from loaders.database import Database
from loaders.records import code_of
from loaders.schema import SUBJECT_NAME, TARGET_OF_LINK

_NEIGHBOUR = f"a.row, a.key, a.url, a.title, a.subject_key, {SUBJECT_NAME.format(key='a.subject_key')}"


def find_related(database: Database, key: str) -> list[Neighbour]:
    """Give the articles that the links of one lead to, in the editors' order, as `ArticleStore.related` does."""
    query = f"""
        SELECT link.source, link.number, link.url, link.title, link.subject_key, link.subject, link.id,
            {_NEIGHBOUR}
        FROM (
            SELECT link.*, {TARGET_OF_LINK} AS target
            FROM articles AS here JOIN links AS link ON link.source = here.row
            WHERE here.key = ? AND here.holds
        ) AS link
        LEFT JOIN articles AS a ON a.row = link.target
        ORDER BY link.number
    """
    neighbours = []
    seen: set[object] = set()
    for source, number, url, title, subject_key, subject, link_id, row, *target in database.all(query, (key,)):
        known: object = row or url or (link_id, title)
        if known in seen or row == source:
            continue
        seen.add(known)
        if row is None:
            neighbours.append(
                Neighbour(number, url, url, title or url or f"{link_id}", subject_key, subject, found=False)
            )
        else:
            neighbours.append(Neighbour(number, *target))
    return neighbours


def find_backlinks(database: Database, key: str) -> list[Neighbour]:
    """Give the articles whose links lead to one, in the order of their titles."""
    query = f"""
        SELECT DISTINCT {_NEIGHBOUR} FROM articles AS here
        JOIN links AS link ON link.slug_code IN (here.slug_code, ?) OR link.id = here.id
        JOIN articles AS a ON a.row = link.source AND a.holds AND a.row <> here.row
        WHERE here.key = ? AND here.holds AND here.row = {TARGET_OF_LINK}
        ORDER BY a.sort_key, a.key
    """
    return [Neighbour(None, *source) for _, *source in database.all(query, (code_of(slug_of_url(key)), key))]
