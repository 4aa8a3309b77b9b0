import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.article import Article
from loaders.feeding import feed, open_index
from loaders.plain_text import plain
from loaders.query import parse_query
from loaders.quoting import quote
from loaders.search import Hits, IndexBusyError, SearchIndex, SearchIndexError
from loaders.snippets import Marker
from loaders.spelling import distance
from loaders.store import ArticleStore
from tests.loaders.examples import article, index_of

METALS = (
    article(
        "What is tin used for?",
        "Tin covers cans of steel. Solder joins wires, and is made of tin.",
        keywords=("tin", "solder alloys"),
        subject="chemistry",
        number=11,
        author="Ada Stone",
    ),
    article(
        "How is solder melted?",
        "An iron heats the metal until it flows.\n\nThe wire must be hot.",
        keywords=("soldering iron", "melting point"),
        number=12,
        date="2023-05-05",
    ),
    article(
        "Why does copper turn green?",
        "Rain and air make a coat of salts, called verdigris. Naïve cleaning harms it.",
        keywords=("verdigris", "corrosion"),
        subject="chemistry",
        number=13,
        author="Béla Kun",
    ),
    article("Why do bells ring?", "Bronze, which is copper and tin, swings back.", subject="music", number=900),
)


def found(index: SearchIndex, text: str, *, typing: bool = False, subject: str | None = None) -> list[str]:
    return [hit.title for hit in search(index, text, typing=typing, subject=subject).hits]


def search(index: SearchIndex, text: str, *, typing: bool = False, subject: str | None = None) -> Hits:
    return index.search(parse_query(text, typing=typing), 20, subject, count_subjects=True)


@pytest.fixture(scope="module")
def metals() -> SearchIndex:
    return index_of(*METALS)


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


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", ["Gödel", "godel", "GÖDEL?", "Go\u0308del"])
def test_an_exact_title_comes_first_however_its_accents_are_written(
    form: Literal["NFC", "NFD"], text: str
) -> None:
    title = normalize(form, "Gödel")
    others = [article(f"Why did godel read {name}?", "Godel, Godel.") for name in ("Kant", "Leibniz")]
    assert found(index_of(*others, article(title, "A logician.")), text)[0] == title


def test_more_hits_may_be_wanted_than_there_are_articles(metals: SearchIndex) -> None:
    assert len(metals.search(parse_query("copper"), 10**30).hits) == len(
        metals.search(parse_query("copper"), 100).hits
    )


def test_an_exact_title_comes_first_whatever_its_case_and_signs() -> None:
    index = index_of(
        article("Tin, tin and tin soldiers", "tin " * 50, keywords=("tin",)),
        article("The tin?", "Another metal."),
    )
    assert found(index, "the TIN")[0] == "The tin?"


def test_forms_of_a_word_and_accents_are_one(metals: SearchIndex) -> None:
    assert found(metals, "melts")[0] == "How is solder melted?"
    assert found(metals, "naive") == ["Why does copper turn green?"]
    assert found(metals, "SÓLDER")[0] == "How is solder melted?"


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


def test_chinese_is_found_by_its_characters() -> None:
    index = index_of(article("光合作用是什么", "植物用光。"))
    hits = search(index, "光合")
    assert hits.hits[0].title == "光合作用是什么"
    assert Marker(hits.wanted).marks("光合作用是什么") == [(0, 1), (1, 2)]


def test_code_and_formulas_are_found_by_their_words() -> None:
    index = index_of(article("How is it written?", "Use `open_file(path)` and $\\alpha + \\beta^2$."))
    assert found(index, "alpha beta")
    assert found(index, "open file path")


@pytest.mark.parametrize("text", ["h2o", "H₂O", "H_2O"])
def test_formulas_are_found_by_what_shows_of_them(text: str) -> None:
    index = index_of(
        article("What is water?", r"It is $\mathrm{H_2O}$, and ice is H<sub>2</sub>O."),
        article("What is two?", "A number."),
    )
    assert found(index, text) == ["What is water?"]


def test_powers_are_found_by_what_shows_of_them() -> None:
    index = index_of(article("What is a parabola?", "Draw $y = x^{2}$."), article("What is x?", "A letter."))
    assert found(index, "x²") == found(index, "x2") == ["What is a parabola?"]


def test_names_that_end_in_signs_are_words_of_their_own() -> None:
    index = index_of(
        article("What is a pointer in C?", "An address."),
        article("What is a pointer in C++ and why?", "An address, too."),
        article("What is a pointer in C#?", "Unsafe."),
    )
    assert found(index, "C++ pointer")[0] == "What is a pointer in C++ and why?"
    assert found(index, "c# pointer")[0] == "What is a pointer in C#?"
    assert found(index, "what is a pointer in C")[0] == "What is a pointer in C?"
    assert search(index, "C++ pointre").spelling == "c++ pointer"


@pytest.mark.parametrize("text", ["C++", "光学"])
def test_keywords_and_titles_are_cut_into_words_like_texts(text: str) -> None:
    index = index_of(article("What is this?", keywords=(text, "words")), article(f"All about {text}"))
    assert set(found(index, text)) == {"What is this?", f"All about {text}"}
    assert search(index, text).relaxed is False


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


def test_marks_stand_on_the_words_found(metals: SearchIndex) -> None:
    text = "Soldering: the SOLDER melts; resold is another word."
    marker = Marker(search(metals, "solder").wanted)
    assert [text[start:end] for start, end in marker.marks(text)] == ["Soldering", "SOLDER"]


def test_marks_stand_on_beginnings_and_accents(metals: SearchIndex) -> None:
    marker = Marker(search(metals, "naiv", typing=True).wanted)
    text = "A naïve thought"
    assert [text[start:end] for start, end in marker.marks(text)] == ["naïve"]


def test_a_snippet_is_the_sentence_with_most_of_the_words(metals: SearchIndex) -> None:
    marker = Marker(search(metals, "solder wires").wanted)
    snippet = marker.snippet(METALS[0].text)
    assert snippet.text == "Solder joins wires, and is made of tin."
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["Solder", "wires"]


def test_a_snippet_is_no_line_from_within_a_displayed_formula_where_a_sentence_has_the_words(
    metals: SearchIndex,
) -> None:
    marker = Marker(search(metals, "tin solder").wanted)
    text = (
        "Weigh it first.\n\n\\[\n\\frac{tin}{solder} = tin_{solder}\n\\]\n\nThere is more tin than solder in it."
    )
    assert marker.snippet(text).text == "There is more tin than solder in it."


def test_a_snippet_is_the_first_sentence_when_no_word_stands_in_the_text(metals: SearchIndex) -> None:
    marker = Marker(search(metals, "verdigris").wanted)
    text = "### Soldering\n\nAn iron of the U.S. Navy heats it well. It flows."
    assert marker.snippet(text).text == "An iron of the U.S. Navy heats it well."
    assert marker.snippet("").text == ""


@given(st.text(max_size=400))
@settings(deadline=None)
def test_marks_lie_within_their_text(text: str) -> None:
    marker = Marker(search(index_of(METALS[0]), "tin cans wires", typing=True).wanted)
    snippet = marker.snippet(text)
    for shown, marks in ((text, marker.marks(text)), (snippet.text, snippet.marks)):
        assert all(0 <= start < end <= len(shown) for start, end in marks)
    assert "\n" not in snippet.text


def test_plain_text_has_no_marks_of_markdown() -> None:
    assert plain("# Tin\n- **soft** `metal`\n1. grey") == "Tin\nsoft metal\ngrey"


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_slips_count_the_same_from_both_sides(one: str, other: str) -> None:
    assert distance(one, other, 2) == distance(other, one, 2)
    assert (distance(one, other, 2) == 0) == (one == other)


# Beside a store


def catch_up(index: SearchIndex, store: ArticleStore) -> None:
    for _ in feed(index, store):
        pass


def saved(store: ArticleStore, *articles: Article) -> None:
    store.save(articles)


def test_an_index_that_is_behind_its_store_catches_up(tmp_path: Path) -> None:
    store = ArticleStore(tmp_path / "store")
    saved(store, *METALS[:2])
    index, why = open_index(tmp_path / "index", store)
    catch_up(index, store)
    assert (len(index), why) == (2, "")
    index.close()
    saved(store, METALS[2])
    store.remove([METALS[0].path])
    index, why = open_index(tmp_path / "index", store)
    catch_up(index, store)
    assert why == ""
    assert found(index, "verdigris")
    assert not found(index, "cans")
    store.close()


def test_saving_the_same_again_leaves_nothing_unseen() -> None:
    store = ArticleStore()
    saved(store, *METALS)
    index, _ = open_index(None, store)
    catch_up(index, store)
    saved(store, *METALS)
    assert not store.unseen(index.stamp, 10)


def test_a_changed_article_is_found_by_its_new_words_only() -> None:
    store = ArticleStore()
    saved(store, article("What is tin?", "A metal.", slug="tin"))
    index, _ = open_index(None, store)
    catch_up(index, store)
    saved(store, article("What is tin?", "An element.", slug="tin"))
    catch_up(index, store)
    assert found(index, "element")
    assert not found(index, "metal")
    assert len(index) == 1


def test_an_article_that_changes_while_it_is_fed_is_held_once() -> None:
    index = SearchIndex()
    index.add([(0, article("What is tin?", "A metal."))])
    index.add([(0, article("What is tin?", "An element."))])
    index.commit("made:1")
    assert len(index) == 1
    assert not found(index, "metal")


def test_a_crash_before_the_commit_costs_nothing(tmp_path: Path) -> None:
    store = ArticleStore(tmp_path / "store")
    saved(store, *METALS)
    index, _ = open_index(tmp_path / "index", store)
    next(feed(index, store))
    index.close()
    index, why = open_index(tmp_path / "index", store)
    assert (len(index), why) == (0, "")
    catch_up(index, store)
    assert len(index) == len(METALS)
    store.close()


def test_an_index_ahead_of_its_store_or_of_another_is_begun_anew(tmp_path: Path) -> None:
    store = ArticleStore()
    saved(store, *METALS)
    index, _ = open_index(tmp_path / "index", store)
    catch_up(index, store)
    index.close()
    other = ArticleStore()
    saved(other, METALS[0])
    index, why = open_index(tmp_path / "index", other)
    assert "another store" in why
    catch_up(index, other)
    assert len(index) == 1


def filled(folder: Path) -> None:
    index = SearchIndex(folder)
    index.add(enumerate(METALS))
    index.commit("made:1")
    index.finish()
    index.close()


def test_what_was_committed_is_there_at_the_next_opening(tmp_path: Path) -> None:
    filled(tmp_path / "index")
    index = SearchIndex(tmp_path / "index")
    assert (len(index), index.stamp) == (4, "made:1")
    assert found(index, "verdigris")


@pytest.mark.parametrize("ending", ["term", "idx", "store", "fast", "pos", "meta.json"])
@pytest.mark.parametrize("left", [0, 60])
def test_a_truncated_index_says_so_and_is_built_anew(tmp_path: Path, ending: str, left: int) -> None:
    filled(tmp_path / "index")
    for file in (tmp_path / "index").glob(f"*{ending}"):
        file.write_bytes(file.read_bytes()[:left])
    with pytest.raises(SearchIndexError):
        SearchIndex(tmp_path / "index")
    store = ArticleStore()
    saved(store, *METALS)
    index, why = open_index(tmp_path / "index", store)
    catch_up(index, store)
    assert why
    assert found(index, "verdigris")


def test_a_missing_file_of_an_index_says_so(tmp_path: Path) -> None:
    filled(tmp_path / "index")
    (tmp_path / "index" / "meta.json").unlink()
    with pytest.raises(SearchIndexError, match="holds no index"):
        SearchIndex(tmp_path / "index")


def test_a_folder_of_something_else_is_refused_and_a_file_too(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one.txt").write_text("Dear")
    (tmp_path / "file").write_text("Dear")
    for place in ("letters", "file"):
        with pytest.raises(SearchIndexError):
            SearchIndex(tmp_path / place)


def test_an_index_of_another_schema_is_refused(tmp_path: Path) -> None:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title")
    (tmp_path / "index").mkdir()
    tantivy.Index(builder.build(), str(tmp_path / "index"))
    with pytest.raises(SearchIndexError, match="of another version"):
        SearchIndex(tmp_path / "index")


def test_an_index_of_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path / "index")
    monkeypatch.setattr("loaders.search.SCHEMA_VERSION", 99)
    with pytest.raises(SearchIndexError, match="version"):
        SearchIndex(tmp_path / "index")


def test_two_writers_do_not_meet_and_readers_go_on(tmp_path: Path) -> None:
    filled(tmp_path / "index")
    one, other = SearchIndex(tmp_path / "index"), SearchIndex(tmp_path / "index")
    one.remove([0])
    with pytest.raises(IndexBusyError):
        other.remove([1])
    assert found(other, "verdigris")
    one.commit("made:2")
    one.finish()
    other.remove([1])
    other.commit("made:3")


def test_texts_of_any_characters_can_be_held() -> None:
    index = SearchIndex()
    odd = Article(
        key="\udcff", path="\udcff", slug="", subject_key="", subject="", title="x\0y|z", answer="\0" * 3
    )
    index.add([(0, odd), (1, article("Plain"))])
    index.commit("")
    assert found(index, "plain") == ["Plain"]


def test_the_engine_is_loaded_only_when_a_library_is_searched() -> None:
    code = "import sys, loaders, loaders.query; sys.exit('tantivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_hits_are_quoted_with_their_rows_and_sentences() -> None:
    store = ArticleStore()
    saved(store, *METALS)
    index, _ = open_index(None, store)
    catch_up(index, store)
    first, *_ = quote(search(index, "tin joins wires"), store)
    assert first.row.key == METALS[0].key
    assert first.snippet.text == "Solder joins wires, and is made of tin."


def test_a_hit_whose_article_has_gone_is_not_quoted() -> None:
    store = ArticleStore()
    saved(store, *METALS)
    index, _ = open_index(None, store)
    catch_up(index, store)
    hits = search(index, "verdigris")
    store.remove([METALS[2].path])
    assert quote(hits, store) == []
