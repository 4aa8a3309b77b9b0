"""The forms of a word that answers are written with: they stand in the index as written, not as stems."""

from collections.abc import Iterable

import tantivy

from loaders.index_schema import ANSWER, stem_of

_ENDINGS = ("", "d", "ed", "er", "ers", "es", "ied", "ies", "ing", "ly", "r", "rs", "s", "y")
_LONGEST_ENDING = 10
_SHORTEST_TO_LOOK_THROUGH = 3
"""Fewer letters begin too many words; their few endings are tried instead."""
_MOST_LOOKED_THROUGH = 4000
_CHANGED = "eily"
"""Letters that stemming may have put at the end of a stem: happiness has `happi`, hoping `hope`."""
_IRREGULAR = {"die": "dying", "lie": "lying", "tie": "tying", "vie": "vying"}


def forms_of(searcher: tantivy.Searcher, stem: str, word: str = "") -> dict[str, int]:
    """Give the words of answers that have a stem, `word` among them, and how many answers each stands in."""
    beginning = stem[:-1] if stem[-1:] in _CHANGED else stem
    forms: dict[str, int] = {}
    if len(beginning) >= _SHORTEST_TO_LOOK_THROUGH:
        for form, count in searcher.terms_with_prefix(ANSWER, beginning, limit=_MOST_LOOKED_THROUGH):
            if len(form) <= len(stem) + _LONGEST_ENDING and stem_of(form) == stem:
                forms[form] = count
        guesses: Iterable[str] = (stem, word)
    else:
        starts = (stem, beginning, stem + stem[-1:])
        guesses = {word, *(start + ending for start in starts for ending in _ENDINGS), _IRREGULAR.get(stem, "")}
    for guess in guesses:
        if guess and guess not in forms and stem_of(guess) == stem and (count := searcher.doc_freq(ANSWER, guess)):
            forms[guess] = count
    return forms
