"""When Python looks for garbage: not while the program starts, and often afterwards."""

import gc

_GENERATIONS = 700, 10, 3
"""The first two are Python's own, the third is 10 there."""


def collect_garbage() -> None:
    """Look for garbage again after a start without; what was made until now stays, and is not looked at again.

    That makes it cheap to look through all the rest more often, which lines that were painted once are part of.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_GENERATIONS)
        gc.enable()
