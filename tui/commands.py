"""The commands that answer in the shell; none of them needs Textual."""

import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from time import monotonic

from loaders import Article, ArticleRow, ArticleStore, Library, Neighbour, clean
from tui.following import follow
from tui.numbers import count
from tui.places import sample_library, state_file
from tui.printing import Printer
from tui.shapes import (
    article_object,
    hits_object,
    import_object,
    neighbour_objects,
    problems_object,
    subjects_object,
)
from tui.state import StateFile

FOUND, NOT_FOUND = 0, 1
_SIMILAR = 5
"""How many articles like one are listed beside it."""
_ALIKE = 0.7
"""How much a name has in common with the subject that may be meant, from 0 to 1."""


def import_library(library: Library, options: Namespace, printer: Printer) -> int:
    """Build or refresh the cache, and tell how much there is and how long it took."""
    start = monotonic()
    index, _ = library.open_index(fed=False) if options.index else (None, "")
    read = follow(library.refresh_in_turn(index, say_waiting), sys.stderr)
    seconds = monotonic() - start
    counts = library.store.counts()
    _count_as_opened(library)
    if options.json:
        printer.json(import_object(counts, read, seconds))
    else:
        rate = f", {read / seconds:,.0f} articles a second" if read else ""
        printer.line(
            f"{count(counts.articles, 'article', 'articles')}, {count(counts.subjects, 'subject', 'subjects')},"
            f" {count(counts.problems, 'problem', 'problems')}, {seconds:.1f} seconds{rate}"
        )
    return FOUND


def say_waiting() -> None:
    """Say why nothing happens."""
    sys.stderr.write("carrel: another program is reading this library; waiting until it has\n")


def subjects(library: Library, options: Namespace, printer: Printer) -> int:
    """List the subjects with their counts."""
    found = library.store.subjects()
    if options.json:
        printer.json(subjects_object(found))
    elif not found:
        return _say("this library has no articles")
    else:
        printer.table(
            [(subject.name, _number(subject.articles, printer), subject.key) for subject in found], (0, -12, 0)
        )
    return FOUND if found else NOT_FOUND


def list_articles(library: Library, options: Namespace, printer: Printer) -> int:
    """List the articles of one subject, or all."""
    store = library.store
    try:
        subject_key = _subject_key(store, options.subject)
    except LookupError as error:
        return _say(str(error))
    rows = store.list_rows(store.rows(subject_key))
    if options.json:
        articles = (store.article(row.key) for row in rows)
        printer.json({"articles": [article_object(a, store, with_answer=False) for a in articles if a]})
    elif not rows:
        return _say("this library has no articles")
    else:
        printer.table(_list_rows(rows), (60, 24, 0, 0))
    return FOUND if rows else NOT_FOUND


def show(library: Library, options: Namespace, printer: Printer) -> int:
    """Print one article as the reader shows it, or its Markdown."""
    article = _article(library, options.article)
    if article is None:
        return NOT_FOUND
    store = library.store
    if options.json:
        printer.json(article_object(article, store))
    elif options.markdown:
        printer.line(article.text.strip("\n"))
    else:
        printer.page(
            article,
            StateFile(state_file(os.environ)).measure,
            subject=store.subject_name(article.subject_key),
            also_in=[copy.subject for copy in store.copies(article.key)],
        )
    return FOUND


def search(library: Library, options: Namespace, printer: Printer) -> int:
    """List the articles that answer a query, the best first, each with the sentence that has its words."""
    from loaders.index_queries import subjects_unknown
    from loaders.query import parse_query
    from loaders.quoting import quote
    from tui.rendering.mathematics import in_a_sentence

    store = library.store
    try:
        subject_key = _subject_key(store, options.subject)
    except LookupError as error:
        return _say(str(error))
    index, why = library.open_index()
    if why:
        _say(f"{why}; it was made anew")
    with index:
        query = parse_query(options.query)
        hits = index.search(query, options.number, subject_key)
        quoted = quote(hits, store, in_a_sentence)
    keys = [subject.key for subject in store.subjects()]
    for name in subjects_unknown(query, keys):
        _say(_no_subject(store, name))
    if quoted and hits.spelling:
        _say(f"did you mean {hits.spelling!r}?")
    if options.json:
        printer.json(hits_object(quoted, store))
    elif quoted:
        printer.hits(quoted)
    if not quoted:
        return _say("nothing is found" + (f"; did you mean {hits.spelling!r}?" if hits.spelling else ""))
    return FOUND


def related(library: Library, options: Namespace, printer: Printer) -> int:
    """List the articles beside one: those it names, those that name it, and those like it."""
    from loaders.neighbours import similar_neighbours

    article = _article(library, options.article)
    if article is None:
        return NOT_FOUND
    store = library.store
    named = store.related(article.key)
    backlinks = store.backlinks(article.key)
    index, _ = library.open_index()
    with index:
        similar = similar_neighbours(index, store, article, [*named, *backlinks], _SIMILAR)
    if options.json:
        printer.json(
            {
                "related": neighbour_objects(named),
                "linked_from": neighbour_objects(backlinks),
                "similar": neighbour_objects(similar),
            }
        )
    else:
        printer.table(
            [
                *_neighbour_rows("related", named),
                *_neighbour_rows("linked from", backlinks),
                *_neighbour_rows("similar", similar),
            ],
            (0, 0, 60, 24, 0),
        )
    return FOUND if named or backlinks or similar else NOT_FOUND


def check(library: Library, options: Namespace, printer: Printer) -> int:
    """List the problems of the library's files."""
    problems = library.store.problems()
    if options.json:
        printer.json(problems_object(problems))
    elif not problems and printer.terminal:
        printer.line(f"No problems in {count(library.store.counts().files, 'article', 'articles')}.")
    else:
        for problem in problems:
            place = clean(problem.path) + (f":{problem.line}" if problem.line else "")
            printer.line(f"{place}: {problem.severity}: {problem.message} [{problem.code}]")
    return NOT_FOUND if problems else FOUND


RUN: dict[str, Callable[[Library, Namespace, Printer], int]] = {
    "import": import_library,
    "subjects": subjects,
    "list": list_articles,
    "show": show,
    "search": search,
    "related": related,
    "check": check,
}
"""The commands by their names."""


def _count_as_opened(library: Library) -> None:
    """Let other commands answer from a library that was imported, where none was opened before."""
    state = StateFile(state_file(os.environ))
    if not state.state.library and library.folder != sample_library():
        state.update(library=str(library.folder))


def _article(library: Library, name: str) -> Article | None:
    """Find the one article that is meant; what there is instead goes to standard error."""
    found = library.store.find(name)
    if not found:
        _say(
            f"there is no article {name!r}; give its key, its slug or its id,"
            f" or look for it: carrel search {shlex.quote(name)}"
        )
        return None
    copies = {found[0].key, *(copy.key for copy in library.store.copies(found[0].key))}
    if any(row.key not in copies for row in found):
        _say(f"{name!r} is the name of several articles; give the key of one:")
        for row in found:
            sys.stderr.write(f"{row.key}\t{row.title}\n")
        return None
    return library.store.article(found[0].key)


def _subject_key(store: ArticleStore, name: str | None) -> str | None:
    """Find the subject that is meant by a key or a name; None means all. Raises LookupError when there is none."""
    if not name:
        return None
    for subject in store.subjects():
        if name == subject.key or name.casefold() == subject.name.casefold():
            return subject.key
    raise LookupError(_no_subject(store, name))


def _no_subject(store: ArticleStore, name: str) -> str:
    """Say that there is no such subject, and which one may be meant."""
    keys = {form: subject.key for subject in store.subjects() for form in (subject.key, subject.name.casefold())}
    near = get_close_matches(name.casefold(), keys, n=1, cutoff=_ALIKE)
    return f"there is no subject {name!r}; " + (
        f"did you mean {keys[near[0]]!r}?" if near else "`carrel subjects` lists them"
    )


def _list_rows(rows: Iterable[ArticleRow]) -> list[tuple[str, str, str, str]]:
    return [(row.title, row.subject, row.date.isoformat() if row.date else "", row.key) for row in rows]


def _neighbour_rows(kind: str, neighbours: Iterable[Neighbour]) -> list[tuple[str, str, str, str, str]]:
    return [
        (
            kind,
            str(neighbour.number or ""),
            neighbour.title,
            neighbour.subject,
            neighbour.key if neighbour.found else "not in this library",
        )
        for neighbour in neighbours
    ]


def _number(number: int, printer: Printer) -> str:
    return f"{number:,}" if printer.terminal else str(number)


def _say(message: str) -> int:
    sys.stderr.write(f"carrel: {message}\n")
    return NOT_FOUND
