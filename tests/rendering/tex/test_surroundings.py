"""Commands about the page around a formula: boxes, gaps, links, references; and those of the package physics."""

from tests.rendering.tex.written import line


def check(table: dict[str, str]) -> None:
    assert {source: line(source) for source in table} == table


def test_boxes_show_what_they_hold() -> None:
    check(
        {
            "\\colorbox{yellow}{$x$} + 1": "x + 1",
            "\\fcolorbox{red}{white}{$a + b$}": "a + b",
            "\\bbox[yellow, 5px]{x + y}": "x + y",
            "\\framebox[2cm]{for all}": "for all",
            "\\raisebox{2pt}{a b}": "a b",
            "\\enclose{circle}[color=red]{x}": "x",
            "\\enclose{updiagonalstrike}{x}": "x\u0338",
            "\\href{https://example.com/a_b}{x}": "x",
            "\\class{a}{x} \\style{color: red}{y} \\cssId{b}{z}": "xyz",
            "\\text{for all \\(x\\)}": "for all x",
        }
    )


def test_gaps_of_any_kind_are_blanks() -> None:
    check(
        {
            "a \\kern 3pt b \\mkern-3mu c": "a bc",
            "a \\hskip 1em b": "a b",
            "\\vspace{1em} x": "x",
            "\\require{cancel} \\cancel{x}": "x\u0338",
            "\\raise 2pt x": "x",
        }
    )


def test_a_line_to_write_on_shows() -> None:
    check(
        {
            "2 + \\underline{\\hspace{1cm}} = 5": "2 + ____ = 5",
            "x = \\underline{\\quad}": "x = ____",
            "x = \\rule{1cm}{0.4pt}": "x = ____",
            "\\rule{0pt}{2ex} x": "x",
        }
    )


def test_references_show_their_names() -> None:
    check({"\\text{by } \\eqref{eq:1}": "by (eq:1)", "\\text{see \\ref{a}}": "see a"})


def test_rarer_environments_are_known() -> None:
    check(
        {
            "\\sum_{\\begin{subarray}{l} i < n \\\\ j \\end{subarray}} x": "∑_(i<n; j) x",
            "\\begin{math} x \\end{math}": "x",
            "\\begin{array}{c} a \\\\ \\hdashline b \\end{array}": "a; b",
            "\\begin{alignat}{2} a &= b & c &= d \\end{alignat}": "a = b  c = d",
            "\\begin{align} a &= b &= c \\end{align}": "a = b = c",
            "\\begin{align} a &= b && \\text{so} \\\\ &= c \\end{align}": "a = b  so; = c",
            "\\begin{array}{rl} a &= b + c \\\\ &= d \\end{array}": "a = b + c; = d",
            "\\shortstack{a \\\\ b}": "a; b",
        }
    )


def test_derivatives_may_be_written_short() -> None:
    check(
        {
            "\\dv{f}{x}": "df/dx",
            "\\dv{x} f": "(d/dx)f",
            "\\dv[2]{f}{x}": "d²f/dx²",
            "\\pdv{f}{x} + \\pdv{f}{x}{y}": "∂f/∂x + ∂²f/(∂x∂y)",
            "\\int f \\dd{x} \\dd t": "∫ f dx dt",
            "\\vb{F} = m \\va{a}, \\vu{n}": "F = ma\u20d7, n\u0302",
            "\\ev{x} \\qq{if} y": "⟨x⟩  if  y",
        }
    )
