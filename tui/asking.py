"""What a reader asks of a library and what it answers, ready to be painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders import ArticleStore, Subject
from loaders.index_queries import subjects_unknown
from loaders.query import parse_query
from loaders.quoting import Quoted, quote
from loaders.search import SearchIndex
from loaders.snippets import Marker
from tui.rendering.mathematics import in_a_sentence

_MOST_HITS = 540


class Question(NamedTuple):
    """A search: what was typed, where to look, and how many hits are wanted."""

    text: str
    subject_key: str | None = None
    """The subject to look in; None looks in all articles."""
    limit: int = 20

    @property
    def larger_limit(self) -> int | None:
        """How many hits to ask for to have more of them; None where nobody looks at more."""
        limit = min(3 * self.limit, _MOST_HITS)
        return limit if limit > self.limit else None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question finds."""

    question: Question
    hits: Sequence[Quoted]
    marker: Marker
    """Marks the words of the question in any text."""
    subjects: Sequence[Subject]
    """The subjects in which something is found, wherever the question looks; most first."""
    spelling: str = ""
    """The question in the spelling that finds something, when its own finds little or nothing."""
    relaxed: bool = False
    """Nothing has all the words."""
    elsewhere: int = 0
    """How many articles have all the words beyond the subject to look in, where none in it has."""
    unknown: Sequence[str] = ()
    """The subjects that the question names and that the library does not have."""

    @property
    def total(self) -> int:
        """Count the articles that have the words, in all subjects; 0 when none has all of them."""
        return sum(subject.articles for subject in self.subjects)

    @property
    def complete(self) -> int:
        """Count the articles that have all the words where the question looks; hits may have fewer of them."""
        key = self.question.subject_key
        return sum(subject.articles for subject in self.subjects if key in (None, subject.key))

    @property
    def more(self) -> bool:
        """Tell whether there may be hits beyond these."""
        return len(self.hits) >= self.question.limit


def answer(question: Question, index: SearchIndex, store: ArticleStore) -> Answer:
    """Look in an index, as it is now, for what somebody is typing."""
    query = parse_query(question.text, typing=True)
    hits = index.search(query, question.limit, question.subject_key, count_subjects=True)
    return Answer(
        question,
        quote(hits, store, in_a_sentence),
        Marker(hits.wanted),
        [Subject(key, store.subject_name(key), number) for key, number in hits.by_subject.items()],
        hits.spelling,
        hits.relaxed,
        hits.elsewhere,
        subjects_unknown(query, [subject.key for subject in store.subjects()]) if query.subjects else (),
    )
