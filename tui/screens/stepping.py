"""The steps from an article to the next and the one before: of the search that found it, or of the list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from loaders import Library
from tui.history import History, SearchPlace
from tui.live_index import IndexMissing, LiveIndex
from tui.messages import HitsFound, IndexWanted, StepRequested
from tui.screens.looking_ahead import LookingAhead


class Stepping(LookingAhead):
    """Goes from hit to hit while the article is one, and finds more at their end; else asks for the list."""

    def __init__(
        self, library: Library, index: LiveIndex, beside: Callable[[str], Sequence[str]], classes: str
    ) -> None:
        super().__init__(library, beside, classes)
        self._index = index
        self._history = History()

    @property
    def article_key(self) -> str | None:
        """The key of the article that is shown."""
        return self._article.key if self._article else None

    @property
    def search(self) -> SearchPlace | None:
        """The search of which the article is a hit; None where it was reached in any other way."""
        here = self._history.here
        return here.search if here and here.key == self.article_key else None

    def beside(self, article_key: str) -> Sequence[str]:
        """Give the hits beside one too."""
        search = self.search
        return super().beside(article_key) if search is None else [*search.beyond(1)[:1], *search.beyond(-1)[:1]]

    def on_hits_found(self, message: HitsFound) -> None:
        """Go on to the first of the further hits, unless the reader has left the last one."""
        message.stop()
        if message.found is None:
            self.post_message(IndexWanted())
        if message.search is self.search and not self._go(message.found or message.search, message.step):
            self._say_end(message.step)

    def action_step(self, step: int) -> None:
        """Go to the next hit or to the one before; for an article that is none, ask for the list."""
        search = self.search
        if self.article_key is None:
            return
        if search is None:
            self.post_message(StepRequested(self.article_key, step))
        elif not self._go(search, step):
            if step > 0 and search.more:
                look = partial(self._look_further, search, step)
                self.run_worker(look, thread=True, exclusive=True, group="hits")
            else:
                self._say_end(step)

    def _go(self, search: SearchPlace, step: int) -> bool:
        """Go to a hit that is still in the library; False where there is none."""
        store = self._library.store
        hit = next((key for key in search.beyond(step) if store.row_of(key) is not None), None)
        if hit:
            self.visit(hit, search.sought, search=replace(search, key=hit, stepped=True))
        return hit is not None

    def _say_end(self, step: int) -> None:
        self.notify(f"This is the {'last' if step > 0 else 'first'} hit.", markup=False)

    def _look_further(self, search: SearchPlace, step: int) -> None:
        """Look for more hits than there were; those that there were stay where they are."""
        from tui.asking import Question  # noqa: PLC0415 - it brings Tantivy along

        question = Question(search.text, search.subject.key if search.subject else None, search.limit)
        found: SearchPlace | None = search
        if limit := question.larger_limit:
            try:
                answer = self._index.answer(question._replace(limit=limit))
            except IndexMissing:
                found = None
            else:
                keys = dict.fromkeys([*search.hits, *(hit.row.key for hit in answer.hits)])
                found = replace(search, limit=limit, hits=tuple(keys), more=answer.more)
        self.post_message(HitsFound(search, step, found))
