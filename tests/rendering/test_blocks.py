"""Headings, lists, quotes and rules."""

from tests.rendering.samples import page, shown, shown_lines
from tui.rendering.page import Heading
from tui.rendering.styles import PageStyles


def test_a_heading_stands_right_above_its_text() -> None:
    assert shown("Intro.\n### Uses\nSolder.\n\n### More\n\nCans.") == "Intro.\n\nUses\nSolder.\n\nMore\nCans."


def test_a_table_does_not_stick_to_its_heading() -> None:
    assert shown("### Metals\n| name | use |\n| --- | --- |\n| tin | cans |").split("\n")[:3] == [
        "Metals",
        "",
        "name   use",
    ]


def test_headings_are_listed_for_the_outline() -> None:
    result = page("## Use of **tin**\ntext\n\n#### `Cans`\ntext", 60)
    assert [(result.text_of(h.line), h.level, h.text) for h in result.headings] == [
        ("Use of tin", 2, "Use of tin"),
        ("Cans", 4, "Cans"),
    ]
    assert isinstance(result.headings[0], Heading)


def test_the_highest_heading_of_an_article_looks_the_same_whatever_its_level() -> None:
    styles = PageStyles.ansi()
    for text in ("## Top\n#### Low", "### Top\n##### Low"):
        result = page(text, 60, styles)
        found = {segment.text: segment.style for line in result.lines for segment in line}
        assert found["Top"] == styles.heading
        assert found["Low"] == styles.subheading


def test_a_heading_without_words_shows_nothing() -> None:
    assert shown("###\n\ntext") == "text"
    assert page("###\n\ntext").headings == ()


def test_a_first_heading_that_repeats_the_title_shows_once() -> None:
    result = page("# What is `tin`?\n\nA metal.", title="What is tin?")
    assert [result.text_of(number) for number in range(len(result.lines))].count("What is tin?") == 1


def test_items_hang_under_their_bullets_by_depth() -> None:
    text = "- one two three\n  - four five six\n    - seven\n      - eight"
    assert shown_lines(text, 16) == [
        "• one two three",
        "  ◦ four five",
        "    six",
        "    ▪ seven",
        "      ▪ eight",
    ]


def test_numbers_go_on_from_the_first_and_stand_in_a_column() -> None:
    assert shown("9. nine\n10. ten\n11. eleven") == " 9. nine\n10. ten\n11. eleven"
    assert shown("3) three\n3) four") == "3) three\n4) four"


def test_a_list_cut_by_code_keeps_its_numbers() -> None:
    assert shown("1. a\n\n```\nx\n```\n\n2. b") == "1. a\n\n x\n\n2. b"


def test_a_conclusion_right_under_a_list_does_not_hang_in_its_last_item() -> None:
    assert shown("1. Tin is soft.\n2. Tin melts early.\nOverall, tin is easy to work.") == (
        "1. Tin is soft.\n2. Tin melts early.\n\nOverall, tin is easy to work."
    )
    assert shown("- soft:\n  - bends.\n  - melts.\nIn *short*, easy.\nAnd cheap.") == (
        "• soft:\n  ◦ bends.\n  ◦ melts.\n\nIn short, easy.\nAnd cheap."
    )


def test_lines_at_the_left_edge_that_go_on_with_an_item_stay_in_it() -> None:
    for text in ("- soft\n- easy to work, as\nMoby Dick knew.", "- Soft.\n- Melts.\nand bends."):
        assert "\n\n" not in shown(text)
    assert shown("1. **Soft.**\nIt bends.\n2. **Cheap.**\nIt is mined.") == (
        "1. Soft.\n   It bends.\n2. Cheap.\n   It is mined."
    )
    assert "\n\n" not in shown("> - Soft.\n> - Melts.\n> It bends.")


def test_what_reaches_over_the_line_is_not_torn_apart() -> None:
    assert "**" not in shown("- Soft.\n- **Bends.\nMelts** too.")
    assert shown("- Soft.\n- It is $a.\nB$ then.").startswith("• Soft.\n• It is ")
    assert "`" not in shown("- Soft.\n- It is `a.\nB` then.")


def test_items_stand_apart_where_the_author_parted_them() -> None:
    assert shown("- one\n\n- two\n  - three\n  - four") == "• one\n\n• two\n  ◦ three\n  ◦ four"
    assert shown("- one\n- two\n\nText") == "• one\n• two\n\nText"


def test_numbers_that_rise_are_the_authors_own() -> None:
    assert shown("3. three\n5. five\n10. ten") == " 3. three\n 5. five\n10. ten"
    assert shown("1. one\n1. two\n1. three") == "1. one\n2. two\n3. three"
    assert shown("2) two\n1) one") == "2) two\n3) one"


def test_tasks_show_whether_they_are_done() -> None:
    assert shown("- [ ] to do\n- [x] *done*\n- [y] else") == "☐ to do\n☑ done\n• [y] else"
    assert shown("1. [x] a number\n\n[x] alone") == "1. [x] a number\n\n[x] alone"


def test_a_definition_that_no_link_uses_is_text() -> None:
    assert shown("[A]: water\n[B]: air") == "[A]: water\n[B]: air"
    assert shown("See [the page][A].\n\n[A]: https://example.com/\n[B]: air") == "See the page.\n\n[B]: air"
    assert shown("> [a] is used\n>\n> [A]: https://example.com/") == "▎ a is used"


def test_a_line_break_of_html_begins_a_line() -> None:
    assert shown("one<br>two<BR />three") == "one\ntwo\nthree"
    assert shown("|a|b|\n|-|-|\n|one<br>two|`<br>`|").splitlines()[-1] == "one two   <br>"


def test_items_of_several_blocks_stand_apart() -> None:
    assert shown("1. one\n\n   more\n2. two") == "1. one\n\n   more\n\n2. two"


def test_an_empty_item_shows_its_marker() -> None:
    assert shown("- \n- two") == "•\n• two"


def test_a_deep_list_on_a_narrow_page_keeps_its_words() -> None:
    assert shown_lines("- a\n  - word", 9) == ["•", "a", "◦", "word"]


def test_a_quote_has_a_bar_on_each_line() -> None:
    assert shown("> one\n>\n> two\n>> three") == "▎ one\n▎\n▎ two\n▎\n▎ ▎ three"


def test_a_thematic_break_is_a_short_rule_in_the_middle() -> None:
    assert shown("a\n\n---\n\nb", 21) == "a\n\n      ─────────\n\nb"


def test_blocks_too_deep_for_the_parser_show_as_they_were_written() -> None:
    assert "the end" in shown(">" * 500 + " the end", 80)


def test_a_text_too_long_for_the_parser_shows_as_it_was_written() -> None:
    assert shown_lines("**word** " * 60_000, 80)[0].startswith("**word** **word**")
