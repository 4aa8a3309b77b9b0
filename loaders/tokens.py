"""How texts are cut into words and stems, in the index and in what is asked of it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import is_normalized, normalize

import tantivy

from loaders.article import fold

STEMS = "stems"
"""The name of the analyzer that gives stems."""
WORDS = "words"
"""The name of the analyzer that gives words as written, folded."""
CUT = "cut"
"""The name of the analyzer for what has been cut already, with blanks between."""

_LONGEST_WORD = 100
"""Bytes of a word; what is longer, such as a picture written as text, is in no index."""
_CJK = re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_CJK_LEADS = bytes((*range(0xE3, 0xEA), 0xEF))
"""The bytes that such characters begin with in UTF-8, and few others do."""
_SIGNS = {"++": "plusplus", "#": "sharp"}
# Each begins with the sign itself; its first character alone rules most texts out in no time.
_SIGNED = {
    sign: re.compile(rf"{re.escape(sign)}(?<=(?<![^\W_])[A-Za-z]{re.escape(sign)})(?![^\W_])") for sign in _SIGNS
}
_SCRIPT = re.compile(r"\$?[_^]\{?(\d{1,3})\}?\$?|<su[bp]>(\d{1,3})</su[bp]>")
_SCRIPT_SIGN = re.compile(r"[_^<](?=\{?\d|su[bp]>\d)")
_SCRIPTED = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{1,8}}(?:(?:{_SCRIPT.pattern})[^\W\d_]{{0,8}})+")
_BEFORE_SCRIPT_SIGN = 9
"""Characters: what is scripted begins no further before its first sign, eight letters and a `$`."""
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = "qzxqzxq"
"""A word that no text has: it stands between texts that are cut together, in less time than one by one."""


def register_analyzers(index: tantivy.Index) -> None:
    """Tell an index how texts are cut into words: it forgets when it is closed."""
    index.register_tokenizer(STEMS, _analyzer(stem=True, longest=_LONGEST_WORD))
    index.register_tokenizer(WORDS, _analyzer(stem=False, longest=_LONGEST_WORD))
    cut = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    index.register_tokenizer(CUT, cut.filter(tantivy.Filter.remove_long(_LONGEST_WORD)).build())


@lru_cache(maxsize=1)
def _stemmer() -> tantivy.TextAnalyzer:
    return _analyzer(stem=True)


@lru_cache(maxsize=1)
def _splitter() -> tantivy.TextAnalyzer:
    return _analyzer(stem=False)


def _analyzer(*, stem: bool, longest: int | None = None) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    # Only the index leaves words out: one left out of a query would leave nothing to look for.
    if longest is not None:
        builder = builder.filter(tantivy.Filter.remove_long(longest))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    return (builder.filter(tantivy.Filter.stemmer("english")) if stem else builder).build()


def spaced(text: str) -> str:
    """Set Chinese and Japanese characters apart, make words of C++ and C#, and one letter of e and its accent."""
    if not (text.isascii() or is_normalized("NFC", text)):
        text = normalize("NFC", text)
    for sign, spelled in _SIGNS.items():
        if sign[0] in text:
            text = _SIGNED[sign].sub(spelled, text)
    return _CJK.sub(r" \1 ", text) if _may_have_cjk(text) else text


def _may_have_cjk(text: str) -> bool:
    """Rule most texts out, in less time than a search of them takes."""
    if text.isascii():
        return False
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _CJK_LEADS)) < len(data)


def as_typed(word: str) -> str:
    """Give a word of the index as people write it: C++."""
    for sign, spelled in _SIGNS.items():
        if len(word) == 1 + len(spelled) and word.endswith(spelled):
            return word[0] + sign
    return word


def with_scripts(text: str) -> list[str]:
    """Give a text as it is cut into words, and as words the H2O and x2 that are written H_2O and x^{2}."""
    if "_" not in text and "^" not in text and "<" not in text:
        return [spaced(text)]
    shown = {_SCRIPT.sub(r"\1\2", scripted) for scripted in _scripted(text)}
    return [spaced(text), " ".join(sorted(shown))] if shown else [spaced(text)]


def _scripted(text: str) -> Iterator[str]:
    """Give each word with a script, such as H_2O: those that begin a little before a sign of one."""
    end = 0
    for sign in _SCRIPT_SIGN.finditer(text):
        for start in range(max(end, sign.start() - _BEFORE_SCRIPT_SIGN), sign.start()):
            if found := _SCRIPTED.match(text, start):
                yield found[0]
                end = found.end()
                break


def stems_of(text: str) -> list[str]:
    """Cut a text into the stems of its words, as the index does."""
    return _stemmer().analyze(spaced(text))


def words_of(text: str) -> list[str]:
    """Cut a text into its words as they are written, folded, as the index does."""
    return _splitter().analyze(spaced(text))


def stems_of_each(texts: Iterable[str]) -> str:
    """Cut some texts into stems, as `stems_of` does, with a `|` between the stems of one text and the next."""
    stems = stems_of(f" {_BETWEEN} ".join(texts))
    return " ".join(["|" if stem == _BETWEEN else stem for stem in stems])


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """Give the stem of one folded word."""
    stems = _stemmer().analyze(word)
    return stems[0] if stems else word


def exact_title(text: str) -> str:
    """Give what two titles share that are the same but for case, accents and signs."""
    return " ".join(words_of(text) if text.isascii() else _WORD.findall(fold(spaced(text))))
