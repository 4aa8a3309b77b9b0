"""The sentence that a hit shows, and the marks on what was found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.feeding import open_index
from loaders.plain_text import plain
from loaders.quoting import quote
from loaders.search import SearchIndex
from loaders.snippets import Marker
from loaders.store import ArticleStore
from tests.loaders.examples import METALS, catch_up, index_of, saved, search


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
