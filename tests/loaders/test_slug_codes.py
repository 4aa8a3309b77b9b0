"""Two slugs may have one number in the store; what is found by either is still its own."""

import pytest

from loaders import ArticleStore, RelatedLink
from loaders.records import code_of
from tests.loaders.examples import article

ONE, OTHER = "slug-ad8db7967b1b4", "slug-ed12b6bd1f0a843"
KEY_OF_ONE, KEY_OF_OTHER = (f"/learn/physics/questions/{slug}" for slug in (ONE, OTHER))


@pytest.fixture
def store() -> ArticleStore:
    """Give a store of both, and of an article that names each by its slug alone."""
    names = tuple(
        RelatedLink(number, None, "", "", f"/elsewhere/{slug}") for number, slug in ((1, OTHER), (2, ONE))
    )
    store = ArticleStore()
    store.save(
        [
            article("One", slug=ONE, number=1),
            article("Other", slug=OTHER, number=1),
            article("Other", slug=OTHER, number=1, subject="chemistry"),
            article("Naming", links=names),
        ]
    )
    return store


def test_these_two_have_one_number() -> None:
    assert code_of(ONE) == code_of(OTHER)


def test_links_lead_to_the_slug_that_they_name(store: ArticleStore) -> None:
    (naming,) = store.find("naming")
    chemistry = "/learn/chemistry/questions/"
    assert [one.key for one in store.related(naming.key)] == [chemistry + OTHER, KEY_OF_ONE]
    assert [one.key for one in store.backlinks(KEY_OF_ONE)] == [naming.key]
    assert [one.key for one in store.backlinks(KEY_OF_OTHER)] == []
    assert [one.key for one in store.backlinks(chemistry + OTHER)] == [naming.key]


def test_copies_are_those_of_the_slug_itself(store: ArticleStore) -> None:
    assert store.copies(KEY_OF_ONE) == []
    assert [one.subject_key for one in store.copies(KEY_OF_OTHER)] == ["chemistry"]


def test_a_name_and_an_address_find_the_slug_itself(store: ArticleStore) -> None:
    naming = store.article("/learn/physics/questions/naming")
    assert naming is not None
    assert [row.title for row in store.find(ONE)] == ["One"]
    for slug, key in ((ONE, KEY_OF_ONE), (OTHER, KEY_OF_OTHER)):
        target = store.target(naming, slug)
        assert target is not None
        assert target.key == key
