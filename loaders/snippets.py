"""Where the words of a search stand in a text, and the sentence that shows them best."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from loaders.expansion import Wanted
from loaders.index_schema import stem_of
from loaders.mathematics import formula_spans
from loaders.plain_text import plain

Range: TypeAlias = tuple[int, int]
"""The first character, and the one after the last."""

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_REST_OF_WORD = re.compile(rf"{_CJK.pattern}|\w+")
_BOUNDARY = re.compile("[\n.!?。！？]+")
_LONGEST = 200
_LONGEST_READ = 4000
"""Characters of a sentence that are read as Markdown, from shortly before the first of the words."""
_SHORTEST = 25
"""A sentence shorter than this, such as a heading, is shown only where it has more of the words."""
_FIRST_PREFERRED = 0.01
_NO_PROSE = 0.02
"""What a sentence counts that is a row of a table, a drawing, or links and nothing else."""
_CODE_BLOCK = re.compile(r"^[ \t>]*(```+|~~~+)[^\n]*\n(.*?)(?:^[ \t>]*\1|\Z)", re.DOTALL | re.MULTILINE)
_DRAWN = re.compile("[\u2190-\u21ff\u2500-\u25ff]")
_LINK = re.compile(r"!?\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\])|https?://\S+")
_TELLING = re.compile(r"[^\W\d_]{2,}")


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
        self._starts = sorted(start for start in starts if start)

    def marks(self, text: str) -> list[Range]:
        """Give the places of the words in a text, in order."""
        return [place for place, _, _ in self._found(text)]

    def snippet(self, text: str, formula: Callable[[str], str] | None = None) -> Snippet:
        """Give the sentence of a text that has the most of the words, the first one when none has any.

        Rows of tables, drawings and lists of links are given only where no other sentence has a word. `formula`
        says how a formula shows, which it gets with its signs.
        """
        found = self._found(text)
        best, most, next_found = (0, 0), 0.0, 0
        whole, code = _with_whole_formulas(text)
        for number, (start, end) in enumerate(_sentences(whole)):
            words = {}
            while next_found < len(found) and found[next_found][0][0] < end:
                _, stem, weight = found[next_found]
                words[stem] = weight
                next_found += 1
            short = 0.5 if end - start < _SHORTEST or text[start] == "#" else 1.0
            worth = short * (sum(words.values()) + _FIRST_PREFERRED / (1 + number / 4))
            prose = True
            if worth > most:
                prose = _is_prose(text[start:end])
                in_code = any(first <= start < last for first, last in code)
                worth *= 1.0 if prose and not in_code else 0.5 if prose else _NO_PROSE
            if worth > most:
                best, most = (start, end), worth
            if short == 1.0 and prose and next_found == len(found):
                break
        start, end = best
        if end - start > _LONGEST_READ:
            start = next((place[0] for place, _, _ in found if start <= place[0] < end), start)
            start = max(best[0], start - _LONGEST)
            end = min(end, start + _LONGEST_READ)
        line = self._cut(" ".join(plain(text[start:end], formula).split()))
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
        """Give the places of the words with their stems and what each counts."""
        found: dict[int, tuple[Range, str, float]] = {}
        folded = fold_in_place(text)
        for start in self._starts:
            place = folded.find(start)
            while place >= 0:
                if place not in found and _begins_word(folded, place):
                    word = _REST_OF_WORD.match(folded, place)
                    if word and (weight := self._weight(word[0])):
                        found[place] = (word.span(), stem_of(word[0]), weight)
                place = folded.find(start, place + 1)
        return [found[place] for place in sorted(found)]

    def _weight(self, word: str) -> float:
        weight = self._stems.get(stem_of(word), 0.0)
        for beginning, rarity in self._beginnings.items():
            if word.startswith(beginning):
                weight = max(weight, rarity)
        return weight


def _with_whole_formulas(text: str) -> tuple[str, list[Range]]:
    """Give a text whose formulas are free of what ends sentences, all places kept; and the places of code."""
    code = [match.span() for match in _CODE_BLOCK.finditer(text)] if "```" in text or "~~~" in text else []
    if "$" not in text and "\\" not in text:
        return text, code
    blotted, at = [], 0
    for start, end in code:
        blotted += [text[at:start], "`" * (end - start)]
        at = end
    parts, at = [], 0
    for start, end in formula_spans("".join([*blotted, text[at:]])):
        parts += [text[at:start], _BOUNDARY.sub(lambda ending: " " * len(ending[0]), text[start:end])]
        at = end
    return "".join([*parts, text[at:]]), code


def _is_prose(sentence: str) -> bool:
    """Tell whether a sentence is one: no row of a table, no drawing, no formula, no links and nothing else."""
    if len(_DRAWN.findall(sentence)) > 2 or sentence.lstrip("> \t\n").startswith("|") or sentence.count(" | ") > 1:
        return False
    if "](" in sentence or "][" in sentence or "://" in sentence:
        return len(_TELLING.findall(_LINK.sub("", sentence))) > 1
    if "$" in sentence or "\\" in sentence:
        formulas = list(formula_spans(sentence))
        return not formulas or formulas[-1][1] - formulas[0][0] < len(sentence.strip(" .,;\n"))
    return True


def words_in(folded: str) -> list[Range]:
    """Give the places of the words of a folded text."""
    return [match.span() for match in _REST_OF_WORD.finditer(folded)]


def _begins_word(text: str, place: int) -> bool:
    """Tell whether a word begins here; each Chinese or Japanese character is one."""
    return place == 0 or not text[place - 1].isalnum() or _CJK.match(text, place) is not None


def _sentences(text: str) -> Iterator[Range]:
    """Give the places of the sentences of a text, headings and items of lists among them."""
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        end = boundary.end()
        if _ends_sentence(text, boundary.start(), end):
            yield start, end
            start = end
    if start < len(text):
        yield start, len(text)


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether these signs end a sentence: the full stops of `U.S.` and `3.5` do not."""
    if text[start] in ".!?" and text[end - 1] != "\n":
        return text[end : end + 1].isspace() and not text[start - 1 : start].isupper()
    return True


class _Folding(dict[int, str]):
    """Folds the case and the accents of characters, each into one, so that places stay; `_` parts words."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decomposed = unicodedata.normalize("NFKD", character.casefold())
        folded = decomposed[0] if decomposed and not unicodedata.combining(decomposed[0]) else character
        self[code] = folded
        return folded


_FOLDING = _Folding({ord("_"): " "})


def fold_in_place(text: str) -> str:
    """Take case and accents off, character by character: all places stay."""
    return text.lower().replace("_", " ") if text.isascii() else text.translate(_FOLDING)
