"""Short labels to choose by, typed with fingers that stay where they are."""

from itertools import product

LETTERS = "asdfghjklewoiruqptyvncmxzb"
"""The letters of labels, those under the fingers first."""


def labels(count: int) -> list[str]:
    """Give so many different labels of one length, the shortest that is enough."""
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    return ["".join(letters) for letters, _ in zip(product(LETTERS, repeat=length), range(count), strict=False)]
