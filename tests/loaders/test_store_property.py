"""Small libraries made by chance: the store says of each what plain loops over its files say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import Article, ArticleStore, Counts, Neighbour, RelatedLink, Subject

TITLES = {"Apple": "apple", "äpfel": "apfel", "“Bee”": "bee”", "bee": "bee", "Zoo?": "zoo?", "…": "..."}
"""Titles, and what each sorts by."""
SUBJECTS = {"": "", "Art": "art", "ART": "art", "Old Art": "old-art", "Zoo": "zoo"}
"""Names of subjects, and their slugs."""
SLUGS = ["a", "b", "c"]
URLS = [f"/learn/{subject}/questions/{slug}" for subject in ("art", "zoo") for slug in SLUGS]
PATHS = ["a.md", "art/a.md", "art/b.md", "zoo/a.md", "zoo/c.md", "zoo/é.md"]

IDS = st.sampled_from([None, 1, 2, "1"])
LINKS = st.builds(
    RelatedLink,
    st.just(0),
    IDS,
    st.sampled_from(["", "Title"]),
    st.sampled_from(list(SUBJECTS)),
    st.sampled_from(["", *URLS, "/learn/gone/questions/a", "/gone", *PATHS]),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    path = draw(st.sampled_from(PATHS))
    url = draw(st.sampled_from(["", *URLS]))
    title = draw(st.sampled_from(list(TITLES)))
    subject = draw(st.sampled_from(["Art", "ART", "Zoo"]))
    links = draw(st.lists(LINKS, max_size=4))
    return Article(
        key=url or path,
        path=path,
        slug=url.split("/")[-1] or draw(st.sampled_from(SLUGS)),
        subject_key=url.split("/")[2] if url else SUBJECTS[subject],
        subject=subject,
        title=title,
        id=draw(IDS),
        url=url,
        no_index=draw(st.sampled_from([False, False, True])),
        related=tuple(
            RelatedLink(number, link.id, link.title, link.subject, link.url)
            for number, link in enumerate(links, 1)
        ),
    )


BATCHES = st.lists(
    st.lists(articles(), max_size=6, unique_by=lambda article: article.path)
    | st.lists(st.sampled_from(PATHS), max_size=3, unique=True),
    max_size=4,
)
"""What comes and goes: lists of articles that are saved, and lists of paths that are removed."""


@dataclass(frozen=True)
class Model:
    """A library as a list of files, which answers by looking at each of them."""

    files: Sequence[Article]

    @property
    def holding(self) -> list[Article]:
        """The files that hold their key, by path."""
        held: dict[str, Article] = {}
        for file in sorted(self.files, key=lambda file: file.path.encode()):
            held.setdefault(file.key, file)
        return list(held.values())

    def name(self, subject_key: str) -> str:
        """The most frequent spelling of a subject."""
        names = Counter(file.subject for file in self.files if file.subject_key == subject_key)
        return min(names, key=lambda name: (-names[name], name))

    def in_order(self, subject_key: str | None) -> list[str]:
        shown = [file for file in self.holding if not file.no_index and subject_key in (None, file.subject_key)]
        return [file.key for file in sorted(shown, key=lambda file: (TITLES[file.title], file.key))]

    def target(self, link: RelatedLink) -> Article | None:
        """The article that a link leads to."""
        last = link.url.rstrip("/").split("/")[-1].removesuffix(".md")
        in_url = link.url.split("/")[2] if "/questions/" in link.url else ""
        named = SUBJECTS[link.subject] or in_url
        with_url = [file for file in self.holding if link.url and file.key == link.url]
        with_slug = [file for file in self.holding if last and file.slug == last]
        with_id = [file for file in self.holding if link.id is not None and file.id == link.id]
        if len({file.slug for file in self.files if file.id == link.id}) > 1:
            with_id = []
        for found in (with_url, with_slug, with_id):
            in_subject = [file for file in found if file.subject_key == named]
            if found:
                return (in_subject or found)[0]
        return None

    def related(self, article: Article) -> list[Neighbour]:
        shown: dict[object, Neighbour] = {article.key: Neighbour(None, "", "", "", "", "")}
        for link in article.related:
            target = self.target(link)
            if target is not None:
                shown.setdefault(target.key, self.neighbour(link.number, target))
                continue
            in_url = link.url.split("/")[2] if "/questions/" in link.url else ""
            same: object = ("url", link.url) if link.url else ("id and title", link.id, link.title)
            title = link.title or link.url or str(link.id)
            subject_key = SUBJECTS[link.subject] or in_url
            missing = Neighbour(link.number, link.url, link.url, title, subject_key, link.subject, found=False)
            shown.setdefault(same, missing)
        return list(shown.values())[1:]

    def backlinks(self, article: Article) -> list[Neighbour]:
        sources = [
            file
            for file in self.holding
            if article.key in [found.key for found in self.related(file) if found.found]
        ]
        sources.sort(key=lambda file: (TITLES[file.title], file.key))
        return [self.neighbour(None, file) for file in sources]

    def neighbour(self, number: int | None, article: Article) -> Neighbour:
        name = self.name(article.subject_key)
        return Neighbour(number, article.key, article.url, article.title, article.subject_key, name)

    def copies(self, article: Article) -> list[str]:
        if article.id is None:
            return []
        same = [file.key for file in self.holding if (file.id, file.slug) == (article.id, article.slug)]
        return [key for key in same if key != article.key]


def build(batches: Sequence[Sequence[Article | str]]) -> tuple[ArticleStore, Model]:
    """Give the store and the model after all that came and went."""
    store = ArticleStore()
    files: dict[str, Article] = {}
    for batch in batches:
        saved = [entry for entry in batch if isinstance(entry, Article)]
        removed = [entry for entry in batch if isinstance(entry, str)]
        store.save(saved)
        store.remove(removed)
        files |= {article.path: article for article in saved}
        files = {path: article for path, article in files.items() if path not in removed}
    return store, Model(list(files.values()))


@given(BATCHES)
@settings(max_examples=100)
def test_lists_counts_and_problems_are_what_the_files_say(batches: list[list[Article | str]]) -> None:
    store, model = build(batches)
    subject_keys = {file.subject_key for file in model.files}
    assert store.paths() == {file.path for file in model.files}
    for subject_key in (None, *subject_keys):
        rows = store.list_rows(store.rows(subject_key))
        assert [row.key for row in rows] == model.in_order(subject_key)
        assert all(row.subject == model.name(row.subject_key) for row in rows)
    assert {subject.key: subject for subject in store.subjects()} == {
        key: Subject(key, model.name(key), len(model.in_order(key))) for key in subject_keys
    }
    paths = {file.path for file in model.files} - {file.path for file in model.holding}
    assert {problem.path for problem in store.problems()} == paths
    assert store.counts() == Counts(len(model.in_order(None)), len(subject_keys), len(model.files), len(paths))
    store.close()


@given(BATCHES)
@settings(max_examples=100)
def test_articles_copies_and_links_are_what_the_files_say(batches: list[list[Article | str]]) -> None:
    store, model = build(batches)
    for file in model.holding:
        assert store.article(file.key) == file
        assert [row.key for row in store.copies(file.key)] == model.copies(file)
        assert store.related(file.key) == model.related(file)
        assert store.backlinks(file.key) == model.backlinks(file)
    store.close()


@given(BATCHES)
@settings(max_examples=50)
def test_linked_from_is_exactly_the_inverse_of_related(batches: list[list[Article | str]]) -> None:
    store, model = build(batches)
    keys = {file.key for file in model.files}
    forth = {(here, there.key) for here in keys for there in store.related(here) if there.found}
    back = {(there.key, here) for here in keys for there in store.backlinks(here)}
    assert forth == back
    store.close()


@given(st.lists(articles(), max_size=6, unique_by=lambda article: article.path), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_the_order_of_the_import_changes_nothing(files: list[Article], chance: Random) -> None:
    shuffled = list(files)
    chance.shuffle(shuffled)
    one, model = build([files])
    other, _ = build([[file] for file in shuffled])
    assert one.subjects() == other.subjects()
    assert one.problems() == other.problems()
    for file in model.holding:
        assert one.article(file.key) == other.article(file.key)
        assert one.related(file.key) == other.related(file.key)
        assert one.backlinks(file.key) == other.backlinks(file.key)
    one.close()
    other.close()
