"""All fields of an article."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType

from loaders import Article, RelatedLink, Value, clean
from tui.keys import key
from tui.screens.overlay import OverlayScreen
from tui.widgets.definitions import Section


class FieldsScreen(OverlayScreen):
    """Shows the fields as Carrel reads them, and what it has made of them: key, slug, reading time."""

    BINDINGS: ClassVar[list[BindingType]] = [key("i", "dismiss", "show.fields", "Close", "Close the fields")]

    def __init__(self, article: Article) -> None:
        super().__init__(article.title, fields_of(article))


def fields_of(article: Article) -> list[Section]:
    """Give all that is known of an article, in the order of the real files; what a file lacks shows as `—`."""
    file = [
        ("_schema", article.schema),
        ("id", "" if article.id is None else str(article.id)),
        ("date", article.date.isoformat() if article.date else ""),
        ("title", article.title),
        ("article_title", article.article_title),
        ("date_format", article.date_format),
        ("post_on_text", article.post_on_text),
        ("seo.title", article.seo_title),
        ("seo.page_description", article.description),
        ("seo.page_keywords", ", ".join(article.keywords)),
        ("author", article.author),
        ("question", article.question),
        ("subject", article.subject),
        ("file_name", article.file_name),
        ("url", article.url),
        ("score", "" if article.score is None else str(article.score)),
        ("no_index", "true" if article.no_index else ""),
        *((f"related_article{link.number}", _link_lines(link)) for link in article.related),
        *((name, "\n".join(_lines_of(value))) for name, value in article.extra.items()),
        ("body", article.body.strip()),
        ("answer", article.answer),
    ]
    known = [
        ("key", article.key),
        ("file", clean(article.path)),
        ("slug", article.slug),
        ("subject", article.subject_key),
        ("reading time", f"{article.minutes} min"),
    ]
    return [
        Section("Fields", [(name, value or "—") for name, value in file]),
        Section("In the library", known),
    ]


def _link_lines(link: RelatedLink) -> str:
    known = "" if link.id is None else f"id {link.id}"
    return "\n".join(filter(None, (link.title, link.subject, link.url, known)))


def _lines_of(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for entry in value:
            yield from (f"- {line}" for line in _lines_of(entry))
    else:
        for name, entry in value.items():
            yield from (f"{name}: {line}" for line in _lines_of(entry))
