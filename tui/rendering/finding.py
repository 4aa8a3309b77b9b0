"""Places of words in a text, as a reader who types them expects: neither case nor accents matter."""

import re
import unicodedata
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate
from typing import Literal, TypeAlias

Range: TypeAlias = tuple[int, int]
"""The first character, and the one after the last."""
Finder: TypeAlias = Callable[[str], Sequence[Range]]
"""Finds places in the text of a page, whatever it looks for."""
Form: TypeAlias = Literal["NFD", "NFKD"]

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\xa0\u2007\u2009\u200a\u202f\u205f\u3000", " "),
    }
)
"""Signs that a keyboard has one key for."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for on a page."""

    words: str
    """What the reader is told of it."""
    finder: Finder


def literal(words: str) -> Sought:
    """Look for words as they are typed, whatever their case and accents.

    A plain sign stands for its kin: `2` finds `₂`, `'` finds `’`, `-` finds `−`. Who types `₂` means just that.
    """
    return Sought(words, partial(find_literal, words))


def find_literal(words: str, text: str) -> list[Range]:
    """Give the places where the words stand, in order, none overlapping another."""
    form: Form = "NFKD" if fold(words, "NFKD") == fold(words, "NFD") else "NFD"
    wanted = fold(words, form)
    if not wanted:
        return []
    folded = _folded(text, form)
    if folded.origins is None:
        return [match.span() for match in re.finditer(re.escape(wanted), folded.text)]
    return _whole_characters(folded.text, wanted, folded.origins)


def fold(text: str, form: Form) -> str:
    """Make characters alike that a reader takes for the same; one may become several, or none.

    The form says how they are taken apart: `NFD` into letters and accents, `NFKD` also `²` into `2`.
    """
    return text.translate(_FOLDINGS[form])


class _Folding(dict[int, str]):
    """What each character becomes."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form: Form = form

    def __missing__(self, code: int) -> str:
        character = self._apart(chr(code).translate(_ALIKE)).casefold()
        folded = "".join(filter(_is_kept, self._apart(character))).translate(_ALIKE)
        self[code] = folded
        return folded

    def _apart(self, text: str) -> str:
        return unicodedata.normalize(self._form, text)


_FOLDINGS: dict[Form, _Folding] = {"NFD": _Folding("NFD"), "NFKD": _Folding("NFKD")}


def _is_kept(character: str) -> bool:
    if "\ufe00" <= character <= "\ufe0f":
        return False
    return not unicodedata.combining(character) and unicodedata.category(character) != "Cf"


@dataclass(frozen=True, slots=True)
class _Folded:
    """A folded text; `origins` tells for each of its characters which one of the text begins there, or -1."""

    text: str
    origins: "array[int] | None"
    """None when each character became one."""


@lru_cache(maxsize=4)
def _folded(text: str, form: Form) -> _Folded:
    """Fold the text of a page once for all letters that are typed."""
    folded = fold(text, form)
    size_of = {character: len(fold(character, form)) for character in set(text)}
    if set(size_of.values()) <= {1}:
        return _Folded(folded, None)
    sizes = [size_of[character] for character in text]
    origins = array("l", [-1]) * (len(folded) + 1)
    for number, (start, size) in enumerate(zip(accumulate(sizes, initial=0), sizes, strict=False)):
        if size:
            origins[start] = number
    origins[-1] = len(text)
    return _Folded(folded, origins)


def _whole_characters(folded: str, wanted: str, origins: "array[int]") -> list[Range]:
    """Give the places that begin and end with whole characters: `s` is no part of `ß`, though `ss` is `ß`."""
    found = []
    place = folded.find(wanted)
    while place >= 0:
        end = place + len(wanted)
        if origins[place] >= 0 and origins[end] >= 0:
            found.append((origins[place], origins[end]))
            place = folded.find(wanted, end)
        else:
            place = folded.find(wanted, place + 1)
    return found
