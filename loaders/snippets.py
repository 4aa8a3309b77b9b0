"""Where the words of a search stand in a text, and the sentence that shows them best."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from loaders.expansion import Wanted
from loaders.index_schema import stem_of

Range: TypeAlias = tuple[int, int]
"""The first character, and the one after the last."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?](?=\s)|[。！？]|(?=\n)|$)")
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

    def marks(self, text: str) -> list[Range]:
        """Give the places of the words in a text, in order."""
        return [place for place, _, _ in self._found(text)]

    def snippet(self, text: str) -> Snippet:
        """Give the sentence of a text that has the most of the words, the first one when none has any."""
        sentences = [line for match in _SENTENCE.finditer(plain(text)) if (line := " ".join(match[0].split()))]
        if not sentences:
            return Snippet("", ())
        best = max(range(len(sentences)), key=lambda number: self._worth(sentences[number], number))
        line = self._cut(sentences[best])
        return Snippet(line, tuple(self.marks(line)))

    def _worth(self, sentence: str, number: int) -> float:
        found = {word: weight for _, word, weight in self._found(sentence)}
        short = 0.5 if len(sentence) < _SHORTEST else 1.0
        return sum(found.values()) * short + short * _FIRST_PREFERRED / (1 + number)

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
        folded = _folded(text)
        for match in _WORD.finditer(folded):
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


def _folded(text: str) -> str:
    """Fold case and accents, each character in its place."""
    return text.lower() if text.isascii() else "".join(map(_folded_character, text))


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    folded = unicodedata.normalize("NFKD", character.casefold())
    return folded[0] if folded and not unicodedata.combining(folded[0]) else character
