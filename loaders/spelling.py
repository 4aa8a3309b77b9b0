"""Spellings near a word: what it could have been meant to be."""

from collections.abc import Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_slip_away(word: str) -> Iterator[str]:
    """Give what one slip makes of a word: a letter too few, too many, wrong, or two letters swapped."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        for letter in _LETTERS:
            yield before + letter + after
        if after:
            yield before + after[1:]
            for letter in _LETTERS:
                yield before + letter + after[1:]
    yield from swapped(word)


def swapped(word: str) -> Iterator[str]:
    """Give a word with any two of its letters in each other's place."""
    for first in range(len(word)):
        for second in range(first + 1, len(word)):
            if word[first] != word[second]:
                yield (word[:first] + word[second] + word[first + 1 : second] + word[first] + word[second + 1 :])


def distance(one: str, other: str, most: int) -> int:
    """Count the slips between two words; more than `most` counts as `most` + 1."""
    if abs(len(one) - len(other)) > most or len({*one} ^ {*other}) > 2 * most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return min(last[-1], most + 1)
