"""The source of a formula is cut into tokens."""

import re
import unicodedata

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ"
_TOKEN = re.compile(
    rf"\\(?:operatorname\*|tag\*|hspace\*|[A-Za-z]+|.)|\s+|[{_RAISED}]+|[{_LOWERED}]+|.[\u0300-\u036f]*", re.DOTALL
)


def tokenize(source: str) -> list[str]:
    r"""Give the tokens of a formula: commands with their backslash, blanks as one space, else single characters.

    Nothing is dropped, and a backslash at the very end stands alone. Unicode's superscripts and subscripts become
    scripts.
    """
    tokens: list[str] = []
    for token in _TOKEN.findall(source):
        if token[0] in _RAISED or token[0] in _LOWERED:
            sign = "^" if token[0] in _RAISED else "_"
            tokens += [sign, "{", *unicodedata.normalize("NFKC", token), "}"]
        else:
            tokens.append(" " if token.isspace() else token)
    return tokens
