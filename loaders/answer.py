"""The stored answer becomes the Markdown that its author wrote."""

import re
from collections.abc import Iterator

from loaders.mathematics import formula_spans
from loaders.verbatim import Code, find_code, written_escapes

# TeX's control words that begin with n, without it. What is no such word follows a newline: `\nwhere`.
_WORDS = """
abla atural cong e earrow eg egmedspace egthickspace egthinspace eq equiv ewcommand ewline exists geq geqq
geqslant gtr i leftarrow Leftarrow leftrightarrow Leftrightarrow leq leqq leqslant less mid obreak obreakspace
oindent olimits onumber orm ormalsize ot otag otin otni parallel prec preceq rightarrow Rightarrow shortmid
shortparallel sim subset subseteq subseteqq succ succeq supset supseteq supseteqq triangleleft trianglelefteq
triangleright trianglerighteq u vdash vDash Vdash VDash warrow
"""
# Whole, and with no other backslash right before.
_REST_OF_WORD = rf"(?<!\\\\n)(?:{'|'.join(_WORDS.split())})(?![A-Za-z])"
_CONTROL_WORD = re.compile(r"\\n" + _REST_OF_WORD)
_NEWLINE = re.compile(rf"\\n(?!{_REST_OF_WORD})")


def restore_newlines(stored: str) -> str:
    r"""Turn each `\n`, the two characters that stand for a newline in stored answers, into a newline.

    What their author wrote as backslash and n stays: `\nabla` in a formula, `"%d\n"` in code. Nothing else is
    undone: `\t` begins `\times`, `\\` is a row break of TeX. `escape_newlines` gives the stored answer back.
    """
    kept: list[int] = []
    code: list[Code] = []
    if "`" in stored:
        code = find_code(stored)
        kept = [position for part in code for position in written_escapes(stored, part)]
    if ("$" in stored or "\\(" in stored or "\\[" in stored) and _CONTROL_WORD.search(stored):
        kept = sorted([*kept, *_control_words(stored, code)])
    if not kept:
        return stored.replace("\\n", "\n")
    pieces: list[str] = []
    position = 0
    for start in kept:
        pieces += stored[position:start].replace("\\n", "\n"), "\\n"
        position = start + 2
    return "".join([*pieces, stored[position:].replace("\\n", "\n")])


def escape_newlines(text: str) -> str:
    r"""Write each newline as `\n`, two characters: what `restore_newlines` made of an answer, as it was stored."""
    return text.replace("\n", "\\n")


def undo_csv_quoting(text: str) -> str:
    """Take off the quotation marks of a spreadsheet's export, which a few answers still wear.

    Such an answer stands in a pair of marks and has all marks within doubled, at least once. This is a repair:
    the stored answer cannot be told from the result.
    """
    if text[:1] != '"' or text[-1:] != '"' or len(text) < 2:
        return text
    inner = text[1:-1]
    # A single mark within means a text that happens to begin and end with something quoted.
    if '""' not in inner or '"' in inner.replace('""', ""):
        return text
    return inner.replace('""', '"')


def _control_words(stored: str, code: list[Code]) -> Iterator[int]:
    """Give where each control word of a formula stands."""
    for first, text in _between_blocks(stored, code):
        # Two characters for two: formulas see lines, and every character keeps its place.
        lines = _NEWLINE.sub("\r\n", text)
        for start, end in formula_spans(lines):
            for word in _CONTROL_WORD.finditer(lines, start, end):
                if not _begins_display(lines, start, end, word.start()):
                    yield first + word.start()


def _between_blocks(stored: str, code: list[Code]) -> Iterator[tuple[int, str]]:
    """Give the stretches between blocks of code, and where each begins; inline code in them is blotted out."""
    pieces: list[str] = []
    first = position = 0
    for part in code:
        pieces.append(stored[position : part.start])
        position = part.end
        if part.block:
            yield first, "".join(pieces)
            pieces = []
            first = position
        else:
            pieces.append("`" * (part.end - part.start))
    yield first, "".join([*pieces, stored[position:]])


def _begins_display(lines: str, start: int, end: int, word: int) -> bool:
    r"""Tell whether a word is the first thing of a `$$` block that closes on a line of its own.

    Then its block begins on a line of its own too, and it is a newline and a variable: `$$\nu = px + q\n$$`.
    """
    return (
        lines.startswith("$$", start)
        and not lines[start + 2 : word].strip(" \t")
        and lines[word : end - 2].rstrip(" \t").endswith("\n")
    )
