"""How else an English word is spelled: as the British do, or as the Americans."""

import re
from collections.abc import Iterator

_FEWEST_BEFORE = 3
_MOST_LETTERS = 30
# What stands before, the British and the American spelling, and what may follow. There are letters before most:
# "hour" is no British "hor", nor "filled" a "filed".
_PAIRS = (
    (r"\w{2,}", "our", "or", "(?:s|ed|ing|ings|ful|less|able|ite|ites|al|ist|ists|hood|hoods|ly)?"),
    (r"\w{3,}", "is", "iz", "(?:e|es|ed|er|ers|ing|ation|ations|ational)"),
    (r"\w{3,}", "ys", "yz", "(?:e|es|ed|er|ers|ing)"),
    (r"\w*(?:cen|li|lus|me|spec|thea)", "tre", "ter", "s?"),
    (r"\w*(?:cali|fi)", "bre", "ber", "s?"),
    (r"\w{3,}", "ogue", "og", "s?"),
    (r"\w{3,}", "ence", "ense", "s?"),
    (r"\w{4,}", "ll", "l", "(?:ed|ing|er|ers)"),
    (r"\w{5,}", "mme", "m", "s?"),
)
_RULES = [
    (re.compile(f"({before}){here}({rest})"), rf"\1{there}\2")
    for before, british, american, rest in _PAIRS
    for here, there in ((british, american), (american, british))
]
_DIPHTHONG = re.compile("ae|oe")
_E = re.compile("(?<![ao])e")
_FEWEST_WITH_DIPHTHONG = 6
"""Letters: poets are no pets."""
_WORDS = (("grey", "gray"), ("aluminium", "aluminum"), ("sulph", "sulf"), ("mould", "mold"), ("plough", "plow"))


def spelled_otherwise(word: str) -> Iterator[str]:
    """Give what a folded word is on the other side of the ocean, among much that is a word nowhere."""
    if not word.isascii() or not _FEWEST_BEFORE < len(word) <= _MOST_LETTERS:
        return
    for pattern, other in _RULES:
        if match := pattern.fullmatch(word):
            yield match.expand(other)
    for pair in _WORDS:
        for here, there in (pair, pair[::-1]):
            if here in word:
                yield word.replace(here, there)
    yield from _with_other_vowels(word)


def _with_other_vowels(word: str) -> Iterator[str]:
    """Give anemia for anaemia, and anaemia for anemia."""
    if len(word) >= _FEWEST_WITH_DIPHTHONG:
        for match in _DIPHTHONG.finditer(word):
            yield f"{word[: match.start()]}e{word[match.end() :]}"
    if len(word) >= _FEWEST_WITH_DIPHTHONG - 1:
        for match in _E.finditer(word, 0, len(word) - 2):  # no diphthong stands in an ending
            for diphthong in ("ae", "oe"):
                yield word[: match.start()] + diphthong + word[match.end() :]
