"""The forms of a word that answers are written with: they stand in the index as written, not as stems."""

import tantivy

from loaders.index_schema import ANSWER
from loaders.tokens import stem_of

_ENDINGS = (
    *("", "e", "ed", "edly", "er", "ers", "es", "ful", "fully", "fulness", "ied", "ies", "ing", "ingly", "ings"),
    *("ly", "ness", "nesses", "s", "y", "ying"),
)
"""What short words end in. Longer ones are looked up by their first letters, which no ending changes."""
_LONGEST_ENDING = 10
_FEWEST_LETTERS = 3
"""Fewer begin too many words."""
_MOST_LOOKED_THROUGH = 4000
_CHANGED = "eily"
"""Letters that stemming may have put at the end of a stem: happiness has `happi`, hoping `hope`."""
_IRREGULAR = {"die": "dying", "lie": "lying", "tie": "tying", "vie": "vying"}


def forms_of(searcher: tantivy.Searcher, stem: str, word: str = "") -> dict[str, int]:
    """Give the words of answers that have a stem, `word` among them, and how many answers each stands in."""
    beginning = stem[:-1] if stem[-1:] in _CHANGED else stem
    guesses = {stem, word, _IRREGULAR.get(stem, "")}
    if len(beginning) < _FEWEST_LETTERS:
        guesses.update(start + ending for start in (stem, beginning, stem + stem[-1:]) for ending in _ENDINGS)
        beginning = stem
    forms: dict[str, int] = {}
    if len(beginning) >= _FEWEST_LETTERS:
        longest = len(stem) + _LONGEST_ENDING
        forms = {
            form: count
            for form, count in searcher.terms_with_prefix(ANSWER, beginning, limit=_MOST_LOOKED_THROUGH)
            if len(form) <= longest and stem_of(form) == stem
        }
    for guess in guesses - forms.keys() - {""}:
        if stem_of(guess) == stem and (count := searcher.doc_freq(ANSWER, guess)):
            forms[guess] = count
    return forms
