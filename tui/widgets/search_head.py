"""The top of a search: where is searched and how much is found, the prompt, and what the keys would do."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from loaders import Subject
from tui.asking import Answer
from tui.live_index import IndexProgress
from tui.numbers import count
from tui.widgets.query_prompt import QueryPrompt
from tui.widgets.split_line import SplitLine, meter


class SearchHead(Vertical):
    """Holds the prompt between a line that tells of the scope and one that offers another spelling."""

    DEFAULT_CSS = """
    SearchHead { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        yield SplitLine(id="place")
        with Horizontal(id="ask"):
            yield Static(Content("›"), id="ask-sign")
            yield QueryPrompt("Ask in your own words", id="query")
            yield SplitLine(id="ask-scope")
        yield SplitLine(id="note")

    def show(
        self, scope: Subject | None, below: Subject | None, answer: Answer | None, progress: IndexProgress
    ) -> None:
        """Tell of a search in `scope`; `Tab` widens that, or narrows it to `below` if that is a subject."""
        where = scope.name if scope else "all articles"
        place = self.query_one("#place", SplitLine)
        place.left = Content.assemble(("Search", "bold $accent"), "  ", ("in ", "$ink-quiet"), (where, "bold"))
        place.right = _state(answer, progress)
        other_scope = "all articles" if scope else f"only {below.name}" if below else ""
        hint = Content.assemble(("Tab ", "$accent"), (other_scope, "$ink-quiet")) if other_scope else Content()
        self.query_one("#ask-scope", SplitLine).right = hint
        self.query_one("#note", SplitLine).left = _note(answer, spelling=progress.complete)


def _state(answer: Answer | None, progress: IndexProgress) -> Content:
    """Tell how far the index is, until it is complete; then how much is found."""
    if progress.grows:
        return Content.styled(f"{progress.searchable:,} articles can be found so far", "$ink-quiet")
    if not progress.finished:
        words = f"indexing {progress.done:,} of {progress.total:,}"
        part = progress.done / max(1, progress.total)
        return Content.assemble((words, "$ink-quiet"), "  ", *meter(part))
    if answer is None or not answer.hits:
        words = ""
    elif answer.relaxed:
        words = "none has all the words"
    elif answer.complete < len(answer.hits):
        words = f"{answer.complete:,} with all the words"
    else:
        words = count(answer.complete, "article", "articles")
    return Content.styled(words, "$ink-quiet")


def _note(answer: Answer | None, *, spelling: bool) -> Content:
    """Offer another `spelling`, and all subjects where only those have what was asked for.

    In an index that is not complete the right spelling may not be known yet.
    """
    if answer is None or not answer.hits:
        return Content()
    offers = []
    if answer.spelling and spelling:
        offers.append(
            Content.assemble(
                ("Did you mean ", "$ink-quiet"),
                (answer.spelling, "bold"),
                ("?  ", "$ink-quiet"),
                ("Ctrl+Y", "$accent"),
            )
        )
    if answer.elsewhere:
        found = count(answer.elsewhere, "article", "articles")
        offers.append(
            Content.assemble(
                ("Tab ", "$accent"), (f"searches in all subjects: {found} with all the words", "$ink-quiet")
            )
        )
    return Content("   ").join(offers)
