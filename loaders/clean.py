"""Control characters become visible signs, so that no text of a library can steer a terminal."""

import re

# C0 but tab and newline, DEL, C1; then what hides or reorders text: bidirectional marks and isolates,
# zero-width space, separators, invisible operators, byte order mark, annotations, what is no character, tags;
# lone surrogates.
# Joiners stay: emoji and several scripts are written with them.
_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_PLAIN_ASCII = b"\t\n" + bytes(range(0x20, 0x7F))


def clean(text: str) -> str:
    """Show control characters and invisible marks as signs: `␛`, `<U+202E>`; all else stays.

    Tabs and newlines stay. Cleaning twice gives the same as cleaning once.
    """
    if text.isprintable():  # which none of those above is; fast, and all of most lines
        return text
    if text.isascii() and not text.encode("ascii").translate(None, _PLAIN_ASCII):
        return text
    return re.sub(_UNSAFE, _sign, text)


def one_line(text: str) -> str:
    """Bring a text onto one line: newlines and tabs become spaces."""
    if "\n" in text or "\t" in text:
        text = text.replace("\n", " ").replace("\t", " ")
    return text.strip(" ")


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"<U+{code:04X}>"
