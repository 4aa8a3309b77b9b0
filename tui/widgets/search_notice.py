"""What a search says where it shows no hits."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.asking import Answer
from tui.numbers import count

_MOST_PAST = 8
_WAYS = (
    ('"two words"', "stand together, as they are"),
    ("-word", "must not be there"),
    ("subject:physics", "only there; also author:name"),
    ("after:2024-12", "only from then on; also before:2025"),
)
"""What can be typed beside plain words."""


class SearchNotice(Static):
    """Says under an empty prompt what can be asked, and under one that finds nothing what may help."""

    DEFAULT_CSS = """
    SearchNotice { width: 1fr; height: 1fr; padding: 0 4; }
    """

    def show(self, answer: Answer | None, past: Sequence[str], *, narrowed: bool, incomplete: bool) -> None:
        """Say what may help where an answer has no hits, or what can be asked where there is none.

        A `narrowed` search may find elsewhere, and one in an `incomplete` index later.
        """
        if answer is None:
            self._invite(past)
        else:
            self._regret(answer, answer.total if narrowed else 0, incomplete=incomplete)

    def _invite(self, past: Sequence[str]) -> None:
        """Tell what can be typed, and what was searched before."""
        room = max(len(way) for way, _ in _WAYS) + 3
        lines = [
            Content.assemble((f"{way:{room}}", "$foreground"), (meaning, "$ink-quiet")) for way, meaning in _WAYS
        ]
        if past:
            lines += [Content(), Content.assemble(("↑ ", "$accent"), ("searched before", "$ink-quiet"))]
            lines += [Content.styled(f"  {query}", "$ink-quiet") for query in past[:_MOST_PAST]]
        self.update(Content("\n").join(lines))

    def _regret(self, answer: Answer, elsewhere: int, *, incomplete: bool) -> None:
        """Tell that nothing is found, and of subjects that are not there.

        Offered are another spelling, the number of articles that are found elsewhere, and patience while the
        index is incomplete.
        """
        lines = [Content.styled("Nothing is found.", "bold"), Content()]
        lines += [Content.styled(f"There is no subject “{name}”.", "$ink-quiet") for name in answer.unknown]
        if answer.spelling and not incomplete:
            lines.append(
                Content.assemble(
                    ("Enter ", "$accent"), ("searches for ", "$ink-quiet"), (answer.spelling, "bold $foreground")
                )
            )
        if elsewhere:
            found = count(elsewhere, "article", "articles")
            lines.append(
                Content.assemble(("Tab ", "$accent"), (f"searches in all subjects: {found}", "$ink-quiet"))
            )
        if incomplete:
            lines.append(
                Content.styled("The index is not complete yet: more may be found in a moment.", "$ink-quiet")
            )
        elif len(lines) == 2:
            lines.append(Content.styled("Other words may find it, or fewer of them.", "$ink-quiet"))
        self.update(Content("\n").join(lines))
