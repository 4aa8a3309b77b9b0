"""A question while it is typed: from asking the index to the answer that shows."""

from functools import partial
from typing import TYPE_CHECKING

from tui.asking import Answer, Question
from tui.live_index import IndexMissing, LiveIndex
from tui.messages import IndexWanted, SearchAnswered
from tui.newest import Newest

if TYPE_CHECKING:
    from textual.screen import Screen


class Inquiry:
    """Asks in workers of a screen, which is told by `SearchAnswered` and lets the answer be taken."""

    def __init__(self, screen: "Screen[None]", index: LiveIndex) -> None:
        self._screen = screen
        self._index = index
        self._newest: Newest[Question] = Newest()
        self.wanted: Question | None = None
        """The question that was asked last; None for none."""
        self.answer: Answer | None = None
        """The answer that was taken last, be it to the question before."""
        self.repeats = False
        """True when the answer before was one to the same words in the same place."""

    @property
    def settled(self) -> bool:
        """True when no answer is waited for."""
        return self.wanted is None or (self.answer is not None and self.answer.question == self.wanted)

    @property
    def larger_limit(self) -> int | None:
        """How many hits to ask for to have more; None where there are no more, or an answer is on its way."""
        if self.answer is None or not self.answer.more or self.answer.question != self.wanted:
            return None
        return self.wanted.larger_limit

    def ask(self, question: Question) -> None:
        """Ask a question, or let it wait while another is worked on."""
        self.wanted = question
        if begin := self._newest.ask(question):
            self._begin(*begin)

    def forget(self) -> None:
        """Take no answer to what was asked until now."""
        self._newest.forget()

    def end(self) -> None:
        """Ask nothing, and have no answer."""
        self.wanted = self.answer = None
        self.forget()

    def take(self, message: SearchAnswered) -> Answer | None:
        """Go on with the question that waits; give the answer, None for one that comes too late or for none."""
        if following := self._newest.answered():
            self._begin(*following)
        if message.answer is None:
            self._screen.post_message(IndexWanted())
            return None
        if not self._newest.wants(message.number):
            return None
        self.repeats = self.answer is not None and _same(self.answer.question, message.answer.question)
        self.answer = message.answer
        return message.answer

    def _begin(self, number: int, question: Question) -> None:
        self._screen.run_worker(partial(self._search, number, question), thread=True, group="search")

    def _search(self, number: int, question: Question) -> None:
        try:
            answer = self._index.answer(question)
        except IndexMissing:
            answer = None
        self._screen.post_message(SearchAnswered(number, answer))


def _same(one: Question, other: Question) -> bool:
    return (one.text, one.subject_key) == (other.text, other.subject_key)
