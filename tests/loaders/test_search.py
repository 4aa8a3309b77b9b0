import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.query import parse_query
from loaders.search import SearchIndex
from loaders.spelling import distance
from tests.loaders.examples import METALS, article, found, index_of, search


@given(st.text(max_size=60), st.booleans())
@settings(deadline=None, max_examples=200)
def test_no_input_is_an_error(text: str, typing: bool) -> None:
    index = index_of(METALS[0])
    assert all(hit.row == 0 for hit in search(index, text, typing=typing).hits)
    index.jump(text)


def test_an_empty_query_finds_nothing(metals: SearchIndex) -> None:
    assert found(metals, "") == []
    assert metals.search(parse_query("tin"), 0).hits == ()
    assert metals.jump("?") == []


def test_what_has_all_the_words_is_found(metals: SearchIndex) -> None:
    assert found(metals, "copper tin")[0] == "Why do bells ring?"


def test_the_title_counts_more_than_the_answer(metals: SearchIndex) -> None:
    assert found(metals, "solder")[0] == "How is solder melted?"


@pytest.mark.parametrize(
    ("text", "typing"),
    [
        *(("patination"[:letters], True) for letters in range(3, 11)),
        ("patination", False),
        ("patnation", False),
        ("ptaination", False),
    ],
)
def test_a_word_of_keywords_alone_is_found_while_it_is_typed_and_with_a_slip(text: str, typing: bool) -> None:
    told = article("Why does copper turn green?", keywords=("patination", "roofs"))
    index = index_of(told, article("What is brass made of?", "Of copper and zinc."))
    assert found(index, text, typing=typing) == [told.title]


@pytest.mark.parametrize("typing", [True, False])
def test_a_word_of_a_description_alone_is_found(typing: bool) -> None:
    told = replace(article("Why does copper turn green?"), description="How patination protects roofs.")
    assert found(index_of(told, article("What is tin?")), "patination", typing=typing) == [told.title]


@pytest.mark.parametrize("text", ["tuneling", "tuneing", "tunned"])
def test_no_spelling_is_offered_that_is_no_word_of_the_library(text: str) -> None:
    index = index_of(
        article("How are pianos tuned?", keywords=("tunes", "tuning")), article("What is tin?", "A metal.")
    )
    assert search(index, text).spelling in {"", "tuned", "tunes", "tuning"}


def test_a_rare_word_in_its_right_spelling_stands_for_no_other_whose_stem_is_near() -> None:
    graphics = [article(f"How to plot number {number}?", keywords=("graphics",)) for number in range(5_001)]
    index = index_of(*graphics, article("What is in a pencil?", "Graphite and clay."))
    assert found(index, "graphite") == ["What is in a pencil?"]
    assert found(index, "graphite -pencil") == []


def test_more_hits_may_be_wanted_than_there_are_articles(metals: SearchIndex) -> None:
    query = parse_query("copper")
    assert len(metals.search(query, 10**30).hits) == len(metals.search(query, 100).hits)


def test_an_exact_title_comes_first_whatever_its_case_and_signs() -> None:
    index = index_of(
        article("Tin, tin and tin soldiers", "tin " * 50, keywords=("tin",)),
        article("The tin?", "Another metal."),
    )
    assert found(index, "the TIN")[0] == "The tin?"


@pytest.mark.parametrize("length", [39, 40, 99, 100, 1000])
@pytest.mark.parametrize("typing", [False, True])
def test_a_word_of_any_length_that_stands_nowhere_finds_nothing(
    metals: SearchIndex, length: int, typing: bool
) -> None:
    assert found(metals, "z" * length, typing=typing) == []
    assert search(metals, f"copper {'z' * length}", typing=typing).relaxed


def test_a_word_of_more_than_40_letters_is_found_where_it_stands() -> None:
    word = "pneumonoultramicroscopicsilicovolcanoconiosis"
    index = index_of(article("What harms lungs?", f"Dust does: {word}."), article("What helps?", "Air."))
    assert found(index, word) == ["What harms lungs?"]


def test_common_words_never_decide(metals: SearchIndex) -> None:
    assert found(metals, "what is the verdigris and how does it") == ["Why does copper turn green?"]


def test_a_query_of_common_words_alone_is_still_answered(metals: SearchIndex) -> None:
    assert found(metals, "why does") != []


def test_what_has_most_of_the_words_is_found_where_nothing_has_all(metals: SearchIndex) -> None:
    result = search(metals, "green copper saxophone")
    assert result.hits[0].title == "Why does copper turn green?"
    assert result.relaxed


def test_the_last_word_is_a_beginning_while_somebody_types(metals: SearchIndex) -> None:
    assert found(metals, "verdig", typing=True) == ["Why does copper turn green?"]
    assert found(metals, "g", typing=True) == ["Why does copper turn green?"]


@pytest.mark.parametrize("text", ["verdirgis", "verdigis", "verdigrris", "verdegris", "verdxgrxs", "virdegris"])
def test_a_typo_of_one_or_two_letters_is_forgiven(metals: SearchIndex, text: str) -> None:
    result = search(metals, text)
    assert [hit.title for hit in result.hits] == ["Why does copper turn green?"]
    assert result.spelling == "verdigris"


def test_a_word_that_stands_there_is_not_mended(metals: SearchIndex) -> None:
    assert search(metals, "tin cans").spelling == ""


def test_quoted_words_must_stand_together(metals: SearchIndex) -> None:
    assert found(metals, '"coat of salts"') == ["Why does copper turn green?"]
    assert found(metals, '"salts coat"') == []


def test_a_quoted_word_is_neither_mended_nor_relaxed(metals: SearchIndex) -> None:
    assert found(metals, '"verdirgis"') == []
    assert found(metals, 'copper "bronze"') == ["Why do bells ring?"]


def test_excluded_words_and_phrases_are_absent(metals: SearchIndex) -> None:
    assert found(metals, "copper -bronze") == ["Why does copper turn green?"]
    assert found(metals, 'copper -"coat of salts"') == ["Why do bells ring?"]
    assert len(found(metals, "-copper")) == 2


def test_filters_narrow(metals: SearchIndex) -> None:
    assert found(metals, "solder subject:chem") == ["What is tin used for?"]
    assert found(metals, "author:stone") == ["What is tin used for?"]
    assert found(metals, "solder before:2024") == ["How is solder melted?"]
    assert found(metals, "solder after:2024") == ["What is tin used for?"]
    assert found(metals, "solder subject:nothing") == []


def test_a_minus_keeps_subjects_and_authors_out(metals: SearchIndex) -> None:
    assert found(metals, "copper -subject:chem") == ["Why do bells ring?"]
    assert [*search(metals, "copper -subject:music").by_subject] == ["chemistry"]
    assert "What is tin used for?" not in found(metals, 'tin -author:"Ada Stone"')
    assert found(metals, "tin -author:stone") == found(metals, "tin -subject:chemistry")
    assert found(metals, "tin -subject:nosuch") == found(metals, "tin")
    assert len(found(metals, "-subject:chemistry")) == 2


def test_the_scope_is_a_subject_and_counts_look_beyond_it(metals: SearchIndex) -> None:
    result = search(metals, "tin", subject="music")
    assert [hit.title for hit in result.hits] == ["Why do bells ring?"]
    assert result.by_subject == {"chemistry": 1, "music": 1}


def test_a_scope_without_all_the_words_tells_how_many_have_them_elsewhere(metals: SearchIndex) -> None:
    scoped = search(metals, "tin solder", subject="music")
    assert scoped.hits
    assert scoped.relaxed
    assert scoped.elsewhere == 1
    assert search(metals, "tin solder").elsewhere == 0
    assert search(metals, "copper tin", subject="music").elsewhere == 0


def test_the_nearest_spelling_is_offered_when_nothing_is_found() -> None:
    index = index_of(article("What is verdigris?", "A coat of salts."))
    result = search(index, "vxrdxgrxs")
    assert result.hits == ()
    assert result.spelling == "verdigris"


def test_copies_show_once() -> None:
    index = index_of(
        article("Why is the sky blue?", number=5, slug="sky"),
        article("Why is the sky blue?", number=5, slug="sky", subject="astronomy"),
    )
    (hit,) = search(index, "sky blue").hits
    assert len(hit.copies) == 1
    assert hit.similar == ()


def test_questions_that_ask_nearly_the_same_fold_into_one() -> None:
    index = index_of(
        article("What is the role of tin in bronze?", number=1),
        article("What are the roles of tin in a bronze?", number=2),
        article("Why is the role of tin in bronze small?", number=3),
    )
    hits = search(index, "role tin bronze").hits
    assert sorted(len(hit.similar) for hit in hits) == [0, 1]


def test_equals_stand_in_the_order_of_their_titles_however_they_came() -> None:
    articles = [
        article(f"{name} and tin", "Metal.", number=place) for place, name in enumerate(["Zinc", "Lead", "Iron"])
    ]
    one = found(index_of(*articles), "tin")
    other = found(index_of(*reversed(articles)), "tin")
    assert one == other == ["Iron and tin", "Lead and tin", "Zinc and tin"]


def test_a_filter_for_another_subject_than_the_scope_leaves_nothing_of_the_scope(metals: SearchIndex) -> None:
    for text in ("subject:chemistry copper", "subject:chemistry -gold"):
        within = search(metals, text, subject="music")
        assert within.hits == ()
        assert within.elsewhere == len(found(metals, text)) > 0


def test_hits_without_all_the_words_are_counted_by_subject_too(metals: SearchIndex) -> None:
    relaxed = search(metals, "why does copper turn zebra")
    assert relaxed.relaxed
    assert sum(relaxed.by_subject.values()) >= len(relaxed.hits) > 0


def test_letters_swapped_in_a_common_word_leave_it_one(metals: SearchIndex) -> None:
    assert found(metals, "why does teh copper turn green") == found(metals, "why does the copper turn green")
    assert search(metals, "teh copper").spelling == "the copper"
    assert not search(metals, "teh copper").relaxed


def test_no_word_far_off_is_offered_where_nothing_is_found(metals: SearchIndex) -> None:
    assert search(metals, "zzqx blorp").spelling == ""
    assert search(metals, "zzqx alloyz").spelling == "zzqx alloys"


def test_jump_takes_beginnings_in_any_order(metals: SearchIndex) -> None:
    assert [hit.title for hit in metals.jump("gre cop")] == ["Why does copper turn green?"]


def test_jump_takes_letters_in_their_order_and_slips(metals: SearchIndex) -> None:
    assert [hit.title for hit in metals.jump("cppr")] == ["Why does copper turn green?"]
    assert [hit.title for hit in metals.jump("slder")] == ["How is solder melted?"]


def test_jump_puts_what_was_read_lately_before_its_equals() -> None:
    index = index_of(article("Tin one"), article("Tin two"), article("Tin six"))
    assert index.jump("tin")[0].title == "Tin one"
    assert index.jump("tin", recent=[1])[0].title == "Tin two"


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_slips_count_the_same_from_both_sides(one: str, other: str) -> None:
    assert distance(one, other, 2) == distance(other, one, 2)
    assert (distance(one, other, 2) == 0) == (one == other)


def test_the_engine_is_loaded_only_when_a_library_is_searched() -> None:
    code = "import sys, loaders, loaders.query; sys.exit('tantivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
