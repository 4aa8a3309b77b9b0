"""The styles of a page, one for each part that a reader can tell apart."""

from dataclasses import dataclass

from rich.style import Style

_NO_STYLE = Style.null()


@dataclass(frozen=True, slots=True)
class PageStyles:
    """The style of every part of a page; a part that is not named has no style of its own.

    Inner parts lie over outer ones: strong text in a quote has both styles.
    """

    text: Style = _NO_STYLE
    """Running text, under everything else."""
    title: Style = _NO_STYLE
    """The article's title."""
    meta: Style = _NO_STYLE
    """Subject, date, author and minutes under the title."""
    notice: Style = _NO_STYLE
    """What the page says itself, such as that there is no text."""
    keywords_label: Style = _NO_STYLE
    """The word before the keywords."""
    keywords: Style = _NO_STYLE
    """The keywords at the end."""
    heading: Style = _NO_STYLE
    """Headings of the highest level that the article uses."""
    subheading: Style = _NO_STYLE
    """Headings of the next level."""
    minor_heading: Style = _NO_STYLE
    """Headings of all further levels."""
    strong: Style = _NO_STYLE
    """Strong emphasis."""
    emphasis: Style = _NO_STYLE
    """Emphasis."""
    strikethrough: Style = _NO_STYLE
    """Text that is struck out."""
    link: Style = _NO_STYLE
    """The text of a link."""
    image: Style = _NO_STYLE
    """What stands for an image."""
    formula: Style = _NO_STYLE
    """Mathematics."""
    code: Style = _NO_STYLE
    """Code within a sentence."""
    quote: Style = _NO_STYLE
    """Quoted text."""
    quote_bar: Style = _NO_STYLE
    """The bar before a quote."""
    marker: Style = _NO_STYLE
    """Bullets and numbers of lists."""
    rule: Style = _NO_STYLE
    """A thematic break."""
    table_header: Style = _NO_STYLE
    """The first row of a table."""
    table_rule: Style = _NO_STYLE
    """The line under it."""
    code_block: Style = _NO_STYLE
    """A block of code with its background, under the highlighting."""
    more: Style = _NO_STYLE
    """What tells that code goes on at a side."""
    code_keyword: Style = _NO_STYLE
    """Words of the programming language."""
    code_name: Style = _NO_STYLE
    """Names that are defined or built in."""
    code_string: Style = _NO_STYLE
    """String literals."""
    code_number: Style = _NO_STYLE
    """Number literals."""
    code_comment: Style = _NO_STYLE
    """Comments."""

    @classmethod
    def plain(cls) -> "PageStyles":
        """Give styles without colour and without attributes, for a pipe."""
        return cls()

    @classmethod
    def ansi(cls) -> "PageStyles":
        """Give styles of the terminal's own 16 colours, for a page printed on a terminal."""
        quiet = Style(dim=True)
        return cls(
            title=Style(bold=True),
            meta=quiet,
            notice=Style(dim=True, italic=True),
            keywords_label=quiet,
            keywords=quiet,
            heading=Style(bold=True, color="cyan"),
            subheading=Style(bold=True),
            minor_heading=Style(bold=True, italic=True),
            strong=Style(bold=True),
            emphasis=Style(italic=True),
            strikethrough=Style(strike=True),
            link=Style(underline=True),
            image=Style(italic=True),
            code=Style(color="yellow"),
            quote=Style(italic=True),
            quote_bar=quiet,
            marker=Style(color="cyan"),
            rule=quiet,
            table_header=Style(bold=True),
            table_rule=quiet,
            code_keyword=Style(bold=True),
            code_name=Style(color="cyan"),
            code_string=Style(color="green"),
            code_number=Style(color="magenta"),
            code_comment=quiet,
        )
