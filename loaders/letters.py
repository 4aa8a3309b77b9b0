"""Which letters of a title somebody has typed to find it."""

from loaders.snippets import Range, fold_in_place, words_in
from loaders.tokens import words_of


def typed_letters(text: str, title: str) -> list[Range]:
    """Give the places of the letters that were typed, in order.

    A typed word is looked for at the beginning of a word of the title, then anywhere within one, then letter by
    letter; a word with a slip in it is marked nowhere.
    """
    folded = fold_in_place(title)
    words = words_in(folded)
    marked: set[int] = set()
    for typed in words_of(text):
        ways = (_beginning(folded, word, typed) for word in words)
        found = next(filter(None, ways), None) or _within(folded, typed)
        marked.update(found or next(filter(None, (_letters(folded, word, typed) for word in words)), ()))
    return _ranges(sorted(marked))


def _beginning(folded: str, word: Range, typed: str) -> range:
    return range(word[0], word[0] + len(typed)) if folded.startswith(typed, *word) else range(0)


def _within(folded: str, typed: str) -> range:
    place = folded.find(typed)
    return range(place, place + len(typed)) if place >= 0 else range(0)


def _letters(folded: str, word: Range, typed: str) -> list[int]:
    """Find the letters of a typed word one after the other in a word of the title that begins with the first."""
    places: list[int] = []
    at, end = word
    for letter in typed:
        place = folded.find(letter, at, end)
        if place < 0 or (not places and place != word[0]):
            return []
        places.append(place)
        at = place + 1
    return places


def _ranges(places: list[int]) -> list[Range]:
    ranges: list[Range] = []
    for place in places:
        if ranges and ranges[-1][1] == place:
            ranges[-1] = (ranges[-1][0], place + 1)
        else:
            ranges.append((place, place + 1))
    return ranges
