"""The search: hits while somebody types, the subjects they are of, and the highlighted answer."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.widgets import Input

from loaders import Library, Subject
from tui.asking import Answer, Question
from tui.history import SearchPlace
from tui.inquiry import Inquiry
from tui.keys import key
from tui.live_index import IndexProgress, LiveIndex
from tui.messages import (
    ArticleHighlighted,
    ArticleRequested,
    HitRequested,
    SearchAnswered,
    SubjectHighlighted,
    SubjectRequested,
)
from tui.past import PastQueries
from tui.rendering.finding import Sought
from tui.scope import Scope
from tui.screens.whole import WholeScreen
from tui.widgets.hit_list import HitList
from tui.widgets.key_bar import KeyBar
from tui.widgets.preview import Preview
from tui.widgets.query_prompt import QueryPrompt
from tui.widgets.search_head import SearchHead
from tui.widgets.search_notice import SearchNotice
from tui.widgets.subject_list import SubjectList

_FIRST_HITS = 20
"""More than most screens have room for; more are asked for when the highlight comes to the last."""


class SearchScreen(WholeScreen):
    """Looks in all articles or in one subject; it lies over another screen and leaves that as it is."""

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab", "change_scope", "go.scope", "Scope", "Search in all articles, or in one subject"),
        key("ctrl+y", "take_spelling", "go.spelling", "Take spelling", "Search with the spelling that is offered"),
        key("escape", "leave", "go.back", "Close", "Go back to where you were", show="Esc"),
        key("shift+tab", "counts", "go.counts", "Subjects", "Choose among the subjects found", show="Shift+Tab"),
    ]

    def __init__(self, library: Library, index: LiveIndex, past: PastQueries, classes: str) -> None:
        super().__init__(classes)
        self._library = library
        self._index = index
        self._past = past
        self._scope = Scope()
        self._inquiry = Inquiry(self, index)
        self._wanted_key: str | None = None
        self._opens_when_answered = False
        self._searchable = 0
        """The articles that could be found when the index was last heard of."""
        self._preview_waits = False
        self._begin = SearchPlace("")
        self._composed = False

    def compose(self) -> ComposeResult:
        """Lay out the prompt over the hits."""
        yield SearchHead()
        with Horizontal(id="desk"):
            yield SubjectList(id="counts")
            with Container(id="hits-and-preview"):
                yield HitList(id="hits")
                yield Preview(id="preview")
        yield SearchNotice(id="without-hits")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with what was asked before there was a screen."""
        self._composed = True
        self.open(self._begin)

    @property
    def place(self) -> SearchPlace:
        """Where in the search the reader is."""
        hits, answer, text = self.query_one(HitList), self._inquiry.answer, self.query_one(QueryPrompt).value
        key = hits.hit.row.key if hits.hit else None
        limit = self._inquiry.wanted.limit if self._inquiry.wanted else _FIRST_HITS
        sought = Sought(text, answer.marker.marks) if answer else None
        more = bool(answer and answer.more)
        return SearchPlace(text, self._scope.subject, key, limit, hits.keys, sought, more)

    def open(self, place: SearchPlace) -> None:
        """Search for what was searched at a place; where the screen still shows that, nothing is searched anew."""
        self._begin = place
        if not self._composed:
            return
        prompt = self.query_one(QueryPrompt)
        self.set_focus(prompt)
        self._past.leave()
        self.query_one(HitList).highlight(place.key)  # the reader may have gone on to other hits
        if self._inquiry.answer and place == self.place:
            return
        prompt.fill(place.text)
        self._scope.forget()
        self._look_in(place.subject)
        self._ask(max(_FIRST_HITS, place.limit), place.key)

    def follow_index(self, progress: IndexProgress) -> None:
        """Show how far the index has come, and what can be found by now."""
        if not self._composed:
            return
        more = progress.searchable > self._searchable
        self._searchable = progress.searchable
        self._head()
        wanted = self._inquiry.wanted
        if wanted and (progress.finished or more):
            self._ask(wanted.limit, self.query_one(HitList).chosen_key or self._wanted_key)
        elif not wanted:
            self._show_nothing()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search for what has been typed."""
        message.stop()
        self._past.leave()
        self._opens_when_answered = False
        self._ask()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Open the highlighted hit, as soon as what was typed is answered."""
        message.stop()
        if self._inquiry.settled:
            self._open()
        else:
            self._opens_when_answered = True

    def on_article_requested(self, message: ArticleRequested) -> None:
        """Open a hit, with the way back to it."""
        message.stop()
        if self._inquiry.answer:
            self._past.note(self.query_one(QueryPrompt).value)
            self.post_message(HitRequested(message.key, self.place))

    def on_article_highlighted(self, message: ArticleHighlighted) -> None:
        """Preview the hit, once all keys that wait have been followed."""
        message.stop()
        if not self._preview_waits:
            self._preview_waits = True
            self.call_after_refresh(self._preview)

    def on_subject_highlighted(self, message: SubjectHighlighted) -> None:
        """Narrow to the subject, or widen to all, when the reader moves among them."""
        message.stop()
        if self.query_one(SubjectList).has_focus and not self._scope.is_at(message.subject):
            self._look_in(message.subject)
            self._ask()

    def on_subject_requested(self, message: SubjectRequested) -> None:
        """Go back to the prompt with the subject chosen."""
        message.stop()
        self.set_focus(self.query_one(QueryPrompt))

    def on_search_answered(self, message: SearchAnswered) -> None:
        """Show the answer unless it comes too late, and go on with the question that waits."""
        if answer := self._inquiry.take(message):
            self._show(answer)

    def action_move(self, step: int) -> None:
        """Move to the next hit or the one before; from an empty prompt upwards, to past searches."""
        if step < 0 and (self._past.recalled or not self.query_one(QueryPrompt).value):
            if (query := self._past.older()) is not None:
                self._recall(query)
        elif step > 0 and (query := self._past.newer()) is not None:
            self._recall(query)
        else:
            self._past.leave()
            self.query_one(HitList).move_by(step)

    def action_page(self, pages: int) -> None:
        """Move by as many hits as there is room for."""
        self._past.leave()
        self.query_one(HitList).move_by_page(pages)

    def action_change_scope(self) -> None:
        """Widen to all articles, or narrow to a subject; in the list of subjects, go back to the prompt."""
        prompt = self.query_one(QueryPrompt)
        if not prompt.has_focus:
            self.set_focus(prompt)
            return
        below = self._subject_below
        if self._scope.subject is None and below is None:
            self.notify("There is no subject to narrow to yet.", markup=False)
            return
        self._look_in(None if self._scope.subject else below)
        self._ask()

    def action_counts(self) -> None:
        """Move between the prompt and the list of subjects."""
        counts, prompt = self.query_one(SubjectList), self.query_one(QueryPrompt)
        if prompt.has_focus and counts.size and (answer := self._inquiry.answer) and answer.subjects:
            self.set_focus(counts)
        else:
            self.set_focus(prompt)

    def action_take_spelling(self) -> None:
        """Search with the spelling that is offered."""
        if (answer := self._inquiry.answer) and answer.spelling and self._index.progress.complete:
            self._recall(answer.spelling)

    def action_leave(self) -> None:
        """Go back to the prompt, then to where the reader was."""
        prompt = self.query_one(QueryPrompt)
        if not prompt.has_focus:
            self.set_focus(prompt)
            return
        if (answer := self._inquiry.answer) and answer.hits:
            self._past.note(prompt.value)
        if self.is_active:  # a key too many finds that done
            self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the subjects only where they show."""
        return action != "counts" or bool(self._composed and self.query_one(SubjectList).display)

    @property
    def _subject_below(self) -> Subject | None:
        """The subject that `Tab` narrows to."""
        answer = self._inquiry.answer
        return self._scope.below(self.query_one(HitList).hit, answer.subjects if answer else ())

    def _open(self) -> None:
        """Open the highlighted hit; where nothing is found, take the spelling that is offered."""
        self._opens_when_answered = False
        if self.query_one(HitList).hit:
            self.query_one(HitList).open()
        else:
            self.action_take_spelling()

    def _recall(self, query: str) -> None:
        self.query_one(QueryPrompt).fill(query)
        self._ask()

    def _look_in(self, subject: Subject | None) -> None:
        self._scope.change(subject)
        self._inquiry.forget()
        self._choose()
        self._head()

    def _choose(self) -> None:
        """Let the list of subjects show the scope, unless the reader moves in it and so says what it is."""
        counts = self.query_one(SubjectList)
        if not counts.has_focus:
            counts.choose(self._scope.subject)

    def _ask(self, limit: int = _FIRST_HITS, highlighted: str | None = None) -> None:
        """Ask for what stands in the prompt, with the highlight on the hit of a key if that is found."""
        text = self.query_one(QueryPrompt).value
        self._wanted_key = highlighted
        if not text.strip():
            self._inquiry.end()
            self._show_nothing()
        else:
            self._inquiry.ask(Question(text, self._scope.key, limit))

    def _show(self, answer: Answer) -> None:
        hits = self.query_one(HitList)
        keep = self._wanted_key or (hits.chosen_key if self._inquiry.repeats else None)
        hits.show(answer.hits, mixed=answer.question.subject_key is None, key=keep)
        self.query_one(SubjectList).show(self._scope.among(answer.subjects))
        self._choose()
        self._show_nothing()
        self._preview()
        if self._opens_when_answered and self._inquiry.settled:
            self._open()

    def _show_nothing(self) -> None:
        """Say why there are no hits, where there are none."""
        answer = self._inquiry.answer
        self.set_class(not (answer and answer.hits), "-without-hits")
        self._head()
        if not (answer and answer.hits):
            incomplete = not self._index.progress.complete
            narrowed = self._scope.subject is not None
            self.query_one(SearchNotice).show(answer, self._past.queries, narrowed=narrowed, incomplete=incomplete)
        if answer is None:
            self.query_one(HitList).show((), mixed=False)

    def _preview(self) -> None:
        self._preview_waits = False
        hits, answer = self.query_one(HitList), self._inquiry.answer
        self._head()
        article = self._library.store.article(hits.hit.row.key) if hits.hit else None
        self.query_one(Preview).show(article, answer.marker.marks if answer else None)
        if hits.at_end and (limit := self._inquiry.larger_limit):
            self._ask(limit, hits.chosen_key)

    def _head(self) -> None:
        self.query_one(SearchHead).show(
            self._scope.subject, self._subject_below, self._inquiry.answer, self._index.progress
        )
