"""Which words of code are keywords, strings, comments: asked of Pygments, never guessed."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, Protocol, TypeAlias

from rich.style import Style

from tui.rendering.lines import Piece
from tui.rendering.styles import PageStyles

LONGEST = 20_000
"""Longer code is shown plain: lexers can take seconds for it."""

_TokenKind: TypeAlias = Any
"""Pygments' kind of a token, which has a `parent`; Pygments has no types."""


class _Lexer(Protocol):
    def get_tokens(self, text: str) -> Iterable[tuple[_TokenKind, str]]: ...


def highlight(text: str, language: str, styles: PageStyles) -> list[list[Piece]]:
    """Cut code into lines of pieces; in one style when the language is unknown or the code too long."""
    plain = [[Piece(line, styles.code_block)] for line in text.split("\n")]
    lexer = _lexer(language.lower()) if language and len(text) <= LONGEST else None
    if lexer is None:
        return plain
    try:
        lines = _lexed(text, lexer, styles)
    except Exception:  # lexers are many and other people's; code without colours can still be read
        return plain
    return lines if _texts(lines) == _texts(plain) else plain


def _texts(lines: list[list[Piece]]) -> list[str]:
    return ["".join([piece.text for piece in line]) for line in lines]


def _lexed(text: str, lexer: _Lexer, styles: PageStyles) -> list[list[Piece]]:
    style_of = _token_styles(styles)
    lines: list[list[Piece]] = [[]]
    for kind, value in lexer.get_tokens(text):
        style = style_of[kind]
        first, *others = value.split("\n")
        lines[-1].append(Piece(first, style))
        lines.extend([Piece(part, style)] for part in others)
    # A lexer ends its last line with a newline of its own.
    return lines[:-1]


# Pygments is imported late: it takes longer than showing an article, and most articles have no code.


@lru_cache(maxsize=64)
def _lexer(language: str) -> _Lexer | None:
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - only code needs it, and it is slow to come

    # For a name that Pygments does not know it would ask every installed package.
    if language not in _known_languages():
        return None
    lexer: _Lexer = get_lexer_by_name(language, stripnl=False)
    return lexer


@cache
def _known_languages() -> frozenset[str]:
    from pygments.lexers import get_all_lexers  # noqa: PLC0415 - late

    return frozenset(alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases)


class _TokenStyles(dict[_TokenKind, Style]):
    """The style of each kind of token; a kind that is not named has its parent's."""

    def __missing__(self, kind: _TokenKind) -> Style:
        style = self[kind] = self[kind.parent]
        return style


@lru_cache(maxsize=8)
def _token_styles(styles: PageStyles) -> _TokenStyles:
    from pygments.token import Token  # noqa: PLC0415 - only code needs it

    block = styles.code_block
    keyword, name = block + styles.code_keyword, block + styles.code_name
    return _TokenStyles(
        {
            Token: block,
            Token.Keyword: keyword,
            Token.Operator.Word: keyword,
            Token.Name.Builtin: name,
            Token.Name.Class: name,
            Token.Name.Decorator: name,
            Token.Name.Function: name,
            Token.Name.Tag: name,
            Token.Literal.String: block + styles.code_string,
            Token.Literal.Number: block + styles.code_number,
            Token.Comment: block + styles.code_comment,
        }
    )
