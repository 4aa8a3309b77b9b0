"""Of the articles that have the words of a query, the best answers come first."""

import pytest

from loaders.article import Article
from loaders.expansion import Wanted
from loaders.index_schema import Card
from loaders.query import parse_query
from loaders.ranking import WEIGHTS, Ranking, Signs
from loaders.tokens import stem_of
from tests.loaders.examples import article, index_of


def first(text: str, *articles: Article, typing: bool = False) -> str:
    """Give the title that comes first, in whatever order the articles were read."""
    firsts = {
        index_of(*order).search(parse_query(text, typing=typing)).hits[0].title
        for order in (articles, tuple(reversed(articles)))
    }
    assert len(firsts) == 1
    return firsts.pop()


def test_a_title_with_the_words_as_typed_comes_before_one_with_other_forms_of_them() -> None:
    typed = article("Which wires conduct heat through walls of stone?")
    other = article("Can a conducting wire heat walls?", keywords=("wire", "conducting wire", "heat"))
    assert first("wires conduct heat", typed, other) == typed.title
    assert first("conducting wire heat", typed, other) == other.title


def test_a_short_title_with_all_the_words_comes_before_a_long_one_whose_keywords_say_them_again() -> None:
    short = article("How is copper wire drawn?")
    long = article("How do machines in a modern factory draw copper wire?", keywords=("copper wire", "copper"))
    assert first("copper wire", short, long) == short.title


def test_of_titles_with_all_the_words_that_one_comes_first_which_has_no_word_stranger_than_those() -> None:
    others = [article(f"How is {metal} melted in an oven?") for metal in ("iron", "lead", "zinc", "gold")]
    plain = article("How is tin solder melted?", "Slowly.")
    strange = article("How is tin solder decanted?", "Tin solder: tin and solder.")
    assert first("tin solder", plain, strange, *others) == plain.title
    assert first("solder decanted", plain, strange, *others) == strange.title


def test_keywords_decide_where_no_title_has_all_the_words() -> None:
    told = article("What do roofs suffer from?", keywords=("copper roofs", "acid rain"))
    named = article("Are roofs of copper dear?", "Acid eats them, and rain wets them.")
    assert first("copper roofs acid rain", told, named) == told.title


def test_what_has_all_the_words_in_its_text_comes_before_a_title_that_lacks_the_rarest() -> None:
    text = article("What eats statues in towns?", "Rain takes up sulphur and is an acid that dissolves marble.")
    titles = [
        article(f"How does acid form in the rain that falls on {place}?") for place in ("hills", "lakes", "roads")
    ]
    assert first("acid rain marble", text, *titles) == text.title


def test_a_title_with_all_the_words_comes_first_also_when_one_was_typed_with_a_slip() -> None:
    title = article("Why does verdigris cover the old copper roofs of a town?")
    keywords = article("Why are copper roofs green?", keywords=("copper roofs", "copper", "verdigris", "roofs"))
    assert first("verdirgis copper roofs", title, keywords) == title.title


def test_while_somebody_types_a_title_with_a_longer_word_is_as_good_as_one_with_the_letters_so_far() -> None:
    longer = article("How does metal corrode?")
    letters = article("Who was Met, and why does a town in the far north corrode?", keywords=("met", "corrode"))
    assert first("corrode met", longer, letters, typing=True) == longer.title
    assert first("corrode met", longer, letters) == letters.title


# The signs


def signs(words: str, one: Article, *meant: Wanted) -> Signs:
    """Look at an article for words that are all worth the same, and `meant` ones beside them."""
    wanted = [*(Wanted(word, {stem_of(word): 1.0}, 1.0) for word in words.split()), *meant]
    return Ranking(wanted, lambda stem: {"strang": 0.9, "plain": 0.1}.get(stem, 0.0)).signs(Card.of(one), 0.0, 0.0)


def test_all_that_is_looked_at_speaks_for_an_article_but_the_rarest_word_of_its_title_besides() -> None:
    assert all(weight > 0 for weight in WEIGHTS._replace(strangest=1.0))
    assert WEIGHTS.strangest < 0


def test_whole_keywords_say_more_than_words_of_keywords() -> None:
    seen = signs("copper roof rain", article("What ages?", keywords=("copper roof", "acid rain")))
    assert (seen.keywords, seen.keyword_pairs) == (1.0, 0.5)
    assert seen.whole_keywords == pytest.approx(2 / 3)
    assert seen.covered == 0
    assert signs("copper rain", article("What ages?", keywords=("rain", "copper"))).covered == 1


def test_keywords_say_nothing_that_a_title_with_all_the_words_does_not() -> None:
    bare = article("Rain on copper")
    named = article("Rain on copper", keywords=("copper", "rain"))
    assert signs("copper rain", bare) == signs("copper rain", named)


def test_common_words_of_a_title_are_no_part_of_what_it_is_about() -> None:
    assert signs("tin melt", article("How does tin melt?")).of_title == 1
    assert signs("tin", article("How does tin melt?")).of_title == 0.5


def test_the_word_that_was_likeliest_meant_counts_in_full_and_others_less() -> None:
    slip = Wanted("coper", {"copper": 0.8, "cooper": 0.4}, 1.0)
    assert signs("", article("Copper"), slip).found == 1
    assert signs("", article("Cooper"), slip).found == 0.5


def test_the_rarest_other_word_counts_in_titles_with_all_the_words_alone() -> None:
    assert signs("tin", article("Tin, plain and strange")).strangest == 0.9
    assert signs("tin lead", article("Tin, plain and strange")).strangest == 0
