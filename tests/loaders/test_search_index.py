"""An index beside its store: behind it, ahead of it, missing, damaged, of another version."""

from pathlib import Path

import pytest

from loaders.article import Article
from loaders.feeding import feed, open_index
from loaders.search import IndexBusyError, SearchIndex, SearchIndexError
from loaders.store import ArticleStore
from tests.loaders.examples import METALS, article, catch_up, found, saved


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
