"""Where the words of a search stand in a text, and the sentence that shows them best."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from loaders.expansion import Wanted
from loaders.mathematics import formula_spans
from loaders.plain_text import plain
from loaders.tokens import stem_of

Range: TypeAlias = tuple[int, int]
"""The first character, and the one after the last."""
Found: TypeAlias = tuple[Range, str, float]
"""The place of a word, its stem, and what it counts."""

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_REST_OF_WORD = re.compile(rf"{_CJK.pattern}|\w+")
_BOUNDARY = re.compile("[\n.!?。！？](?:(?<=\n)|[.!?。！？]*)\n*")
_LONGEST = 200
_LONGEST_READ = 4000
"""Characters of a sentence that are read as Markdown, from shortly before the first of the words."""
_SHORTEST = 25
"""A sentence shorter than this, such as a heading, is shown only where it has more of the words."""
_FIRST_PREFERRED = 0.01
"""What a sentence counts that has none of the words, when it is the first."""
_FAR = 400
"""Characters from the start of a text after which this is half as much."""
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
        self._known: dict[str, tuple[str, float]] = {}
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
        start, end = self._best_sentence(text, found)
        if end - start > _LONGEST_READ:
            best_start = start
            start = next((place[0] for place, _, _ in found if start <= place[0] < end), start)
            start = max(best_start, start - _LONGEST)
            end = min(end, start + _LONGEST_READ)
        line = self._cut(" ".join(plain(text[start:end], formula).split()))
        return Snippet(line, tuple(self.marks(line)))

    def _best_sentence(self, text: str, found: list[Found]) -> Range:
        """Give the place of the sentence with the most of the words found, the first one when none is."""
        whole, code = _with_whole_formulas(text)
        best, most = (0, 0), 0.0
        for start, end, words in _sentences(whole, found):
            first = _FIRST_PREFERRED / (1 + start / _FAR)
            if not words and most >= first:
                break
            short = 0.5 if end - start < _SHORTEST or text[start] == "#" else 1.0
            worth = short * (words + first)
            if worth > most and (worth := worth * _share_of_prose(text, start, end, code)) > most:
                best, most = (start, end), worth
        return best

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

    def _found(self, text: str) -> list[Found]:
        """Give the places of the words with their stems and what each counts."""
        found: dict[int, Found] = {}
        folded = fold_in_place(text)
        for start in self._starts:
            place = folded.find(start)
            while place >= 0:
                if (
                    place not in found
                    and _begins_word(folded, place)
                    and (word := _REST_OF_WORD.match(folded, place))
                ):
                    stem, weight = self._known.get(word[0]) or self._know(word[0])
                    if weight:
                        found[place] = (word.span(), stem, weight)
                place = folded.find(start, place + 1)
        return [found[place] for place in sorted(found)]

    def _know(self, word: str) -> tuple[str, float]:
        """Give the stem of a word and what the word counts."""
        stem = stem_of(word)
        weight = self._stems.get(stem, 0.0)
        for beginning, rarity in self._beginnings.items():
            if word.startswith(beginning):
                weight = max(weight, rarity)
        self._known[word] = stem, weight
        return stem, weight


def _share_of_prose(text: str, start: int, end: int, code: list[Range]) -> float:
    """Tell what a sentence counts that may be code, or no sentence at all."""
    if not _is_prose(text[start:end]):
        return _NO_PROSE
    return 0.5 if code and any(first <= start < last for first, last in code) else 1.0


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


def _sentences(text: str, found: list[Found]) -> Iterator[tuple[int, int, float]]:
    """Give the sentences that have words, then all as if none had: start, end, and what the words count.

    Headings and items of lists are sentences. What lies between those with words is not read for them: to look for
    the ends of all sentences takes longer than all the rest.
    """
    at = end = 0
    while at < len(found):
        place = found[at][0][0]
        start = max(end, text.rfind("\n", 0, place) + 1)
        while (next_start := _end_of_sentence(text, start, place)) <= place:
            start = next_start
        end = _end_of_sentence(text, place)
        words = {}
        while at < len(found) and found[at][0][0] < end:
            _, stem, weight = found[at]
            words[stem] = weight
            at += 1
        yield start, end, sum(words.values())
    end = 0
    while (start := end) < len(text):
        end = _end_of_sentence(text, start)
        yield start, end, 0.0


def _end_of_sentence(text: str, start: int, limit: int | None = None) -> int:
    """Give the end of the sentence that goes on at a place; beyond the limit when there is none before."""
    for boundary in _BOUNDARY.finditer(text, start, len(text) if limit is None else limit):
        first, end = boundary.span()
        # The full stops of `U.S.` and `3.5` end no sentence.
        if (
            text[end - 1] == "\n"
            or text[first] not in ".!?"
            or (text[end : end + 1].isspace() and not text[first - 1 : first].isupper())
        ):
            return end
    return len(text) if limit is None else limit + 1


class _Folding(dict[int, str]):
    """Folds the case and the accents of characters, each into one, so that places stay."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decomposed = unicodedata.normalize("NFKD", character.casefold())
        folded = decomposed[0] if decomposed and not unicodedata.combining(decomposed[0]) else character
        self[code] = folded
        return folded


_FOLDING = _Folding()
_NOT_ASCII = re.compile("[^\0-\x7f]+")


def fold_in_place(text: str) -> str:
    """Take case and accents off, character by character: all places stay."""
    if not text.isascii():
        text = _NOT_ASCII.sub(lambda characters: characters[0].translate(_FOLDING), text)
    return text.lower().replace("_", " ")
