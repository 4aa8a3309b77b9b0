"""Where the words of a search stand in a text, and the sentence that shows them best."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from loaders.expansion import Wanted
from loaders.index_schema import stem_of

Range: TypeAlias = tuple[int, int]
"""The first character, and the one after the last."""

_BOUNDARY = re.compile(r"\n+|(?<=[^\sA-Z][.!?])\s+|(?<=[。！？])")
"""Between sentences: after a full stop that follows no capital, so that `U.S.` ends none."""
_MARKUP = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|>\s?|```.*$)|\*\*|__|`", re.MULTILINE)
_LONGEST = 200
_SHORTEST = 25
"""A sentence shorter than this, such as a heading, is shown only where it has more of the words."""
_FIRST_PREFERRED = 0.01


class Snippet(NamedTuple):
    """One line of a text with the places to mark in it."""

    text: str
    marks: tuple[Range, ...]


class Marker:
    """Marks the words of a search in texts."""

    def __init__(self, wanted: Iterable[Wanted]) -> None:
        words = list(wanted)
        telling = [word for word in words if not word.common] or words
        self._stems = {stem: word.rarity * weight for word in telling for stem, weight in word.terms.items()}
        self._beginnings = {word.typed: word.rarity for word in telling if word.beginning}
        # A stem may differ from its word in its last letter: `memori`, memory.
        starts = {stem[:-1] if len(stem) > 3 else stem for stem in self._stems} | self._beginnings.keys()
        either = "|".join(re.escape(start) for start in sorted(starts)) or "(?!)"
        self._candidate = re.compile(rf"(?<![^\W_])(?:{either})[^\W_]*")

    def marks(self, text: str) -> list[Range]:
        """Give the places of the words in a text, in order."""
        return [place for place, _, _ in self._found(text)]

    def snippet(self, text: str) -> Snippet:
        """Give the sentence of a text that has the most of the words, the first one when none has any."""
        found = self._found(text)
        best, most = (0, 0), 0.0
        for number, (start, end) in enumerate(_sentences(text)):
            words = {stem: weight for (first, _), stem, weight in found if start <= first < end}
            short = 0.5 if end - start < _SHORTEST or text[start] == "#" else 1.0
            worth = short * (sum(words.values()) + _FIRST_PREFERRED / (1 + number / 4))
            if worth > most:
                best, most = (start, end), worth
        line = self._cut(" ".join(plain(text[slice(*best)]).split()))
        return Snippet(line, tuple(self.marks(line)))

    def _cut(self, sentence: str) -> str:
        """Shorten a long sentence around the first of the words."""
        if len(sentence) <= _LONGEST:
            return sentence
        marks = self.marks(sentence)
        start = max(0, min(marks[0][0] - _LONGEST // 3, len(sentence) - _LONGEST)) if marks else 0
        if start:
            start = sentence.find(" ", start, start + 20) + 1 or start
        part = sentence[start : start + _LONGEST]
        if start + _LONGEST < len(sentence):
            part = part[: part.rfind(" ", _LONGEST - 20)] if " " in part[_LONGEST - 20 :] else part
            part = f"{part.rstrip(' ,;:')} …"
        return f"… {part}" if start else part

    def _found(self, text: str) -> list[tuple[Range, str, float]]:
        found = []
        for match in self._candidate.finditer(_folded(text)):
            word = match[0]
            stem = stem_of(word)
            weight = self._stems.get(stem, 0.0)
            for beginning, rarity in self._beginnings.items():
                if word.startswith(beginning):
                    weight = max(weight, rarity)
            if weight:
                found.append((match.span(), stem, weight))
        return found


def plain(text: str) -> str:
    """Take off the commonest Markdown marks: those of headings, lists, bold words and code."""
    return _MARKUP.sub("", text)


def _sentences(text: str) -> Iterator[Range]:
    """Give the places of the sentences of a text, headings and items of lists among them."""
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        if boundary.start() > start:
            yield start, boundary.start()
        start = boundary.end()
    if start < len(text):
        yield start, len(text)


def _folded(text: str) -> str:
    """Fold case and accents, each character in its place."""
    return text.lower() if text.isascii() else "".join(map(_folded_character, text))


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    folded = unicodedata.normalize("NFKD", character.casefold())
    return folded[0] if folded and not unicodedata.combining(folded[0]) else character
