"""Unicode's own superscripts and subscripts."""

import re

_ABOVE = str.maketrans(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ∘°′″‴*†",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ°°′″‴*†",
)
_BELOW = str.maketrans("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
_WORD = re.compile(r"[^\W\d_]{4}")
_NAME = re.compile(r"[A-Za-z0-9\u0370-\u03ff]+|\d+\.\d+|.", re.DOTALL)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|.", re.DOTALL)


def superscript(text: str) -> str | None:
    """Write a text in superscripts; None when a character has none, or when it is a word of four letters."""
    return _translated(text, _ABOVE)


def subscript(text: str) -> str | None:
    """Write a text in subscripts; None when a character has none, or when it is a word of four letters."""
    return _translated(text, _BELOW)


def marked(sign: str, text: str) -> str:
    """Write a script behind `_` or `^`: bracketed unless a sign, a number above or a name below, or so already."""
    bare = _NUMBER if sign == "^" else _NAME
    is_bare = bare.fullmatch(text) or _BRACKETED.fullmatch(text)
    return f"{sign}{text}" if is_bare else f"{sign}({text})"


def _translated(text: str, table: dict[int, int]) -> str | None:
    if not all(ord(character) in table for character in text) or _WORD.search(text):
        return None
    return text.translate(table)
