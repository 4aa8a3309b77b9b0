"""The source of a formula is cut into tokens."""

import re

_TOKEN = re.compile(r"\\(?:operatorname\*|tag\*|hspace\*|[A-Za-z]+|.)|\s+|.[\u0300-\u036f]*", re.DOTALL)


def tokenize(source: str) -> list[str]:
    r"""Give the tokens of a formula: commands with their backslash, blanks as one space, else single characters.

    Nothing is dropped, and a backslash at the very end stands alone.
    """
    return [" " if token.isspace() else token for token in _TOKEN.findall(source)]
