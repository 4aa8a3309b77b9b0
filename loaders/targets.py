"""Where a link in an article's text leads: to which article of the library, if to any."""

import os
import posixpath
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from loaders.article import ENDINGS, Article, Target, slug_of_url, subject_of_url
from loaders.clean import clean
from loaders.database import Database
from loaders.records import code_of

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_WEB = ("http", "https")


def find_target(database: Database, article: Article, href: str) -> Target | None:
    """Find the article that a link in the text of `article` leads to; None when this library has none.

    Only the store is asked, so that no link reaches a file outside the library.
    """
    address, _, fragment = clean(href).partition("#")
    names = _Names(article, address)
    for query, value in names.lookups():
        if found := database.all(query, value):
            return Target(found[0][0], clean(unquote(fragment)))
    return None


_BY_KEY = "SELECT key FROM articles WHERE key = ? AND holds"
_BY_PATH = "SELECT key FROM articles WHERE path = ?"
_BY_SLUG = (
    "SELECT key FROM articles WHERE slug_code = ? AND slug = ? AND holds"
    " ORDER BY subject_key = ? DESC, path LIMIT 1"
)


class _Names:
    """What an address may be the name of: a key, a file, a slug."""

    def __init__(self, article: Article, address: str) -> None:
        self._article = article
        self._address = address
        self._absolute = _ABSOLUTE.match(address) is not None
        self._path = unquote(address.partition("?")[0], errors="surrogateescape")
        """The address without its query; bytes that are no UTF-8 stand as surrogates, as in `Article.path`."""
        self._text = _composed(self._path)

    def lookups(self) -> Iterator[tuple[str, tuple[object, ...]]]:
        """Give queries with their values, the surest first."""
        for key in self._keys():
            yield _BY_KEY, (key,)
        for path in self._paths():
            yield _BY_PATH, (os.fsencode(path),)
        text = self._text
        subject = subject_of_url(text)
        bare = "/" not in text
        if not self._absolute and (subject or bare or text.startswith("/")) and (slug := slug_of_url(text)):
            yield _BY_SLUG, (code_of(slug), slug, self._article.subject_key if bare else subject)

    def _keys(self) -> Iterator[str]:
        if not self._address:
            yield self._article.key
        yield _composed(self._address)
        if self._absolute:
            yield from self._key_of_site()
            return
        yield self._text.rstrip("/")
        try:
            yield urljoin(self._article.url, self._text)
        except ValueError:
            return  # a url of brackets, such as `//[`, has nothing beside it

    def _key_of_site(self) -> Iterator[str]:
        """Give the key of an article that is linked by its place on the site it comes from."""
        try:
            scheme, _, path, _, _ = urlsplit(self._address)
        except ValueError:
            return
        path = _composed(unquote(path)).rstrip("/")
        if scheme in _WEB and subject_of_url(path):
            yield path

    def _paths(self) -> Iterator[str]:
        """Give the files that may be meant, beside the article's own, or from the library's folder on."""
        if self._absolute or not self._path:
            return
        folder = posixpath.dirname(self._article.path)
        rooted = self._path.startswith("/")
        path = posixpath.normpath(self._path.lstrip("/") if rooted else posixpath.join(folder, self._path))
        if path != ".." and not path.startswith("../"):
            yield path
            yield from (path + ending for ending in ENDINGS)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", clean(text))
