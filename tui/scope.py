"""Where a search looks, and where it would look after `Tab`."""

from collections.abc import Sequence

from loaders import Subject
from loaders.quoting import Quoted


class Scope:
    """All articles or one subject; of the subjects it remembers the one that was left last."""

    def __init__(self) -> None:
        self.subject: Subject | None = None
        """The subject to look in; None looks in all articles."""
        self._left: Subject | None = None

    @property
    def key(self) -> str | None:
        """The key of the subject to look in."""
        return self.subject.key if self.subject else None

    def is_at(self, subject: Subject | None) -> bool:
        """Tell whether this is where to look."""
        return self.key == (subject.key if subject else None)

    def forget(self) -> None:
        """Forget which subject was left."""
        self._left = None

    def change(self, subject: Subject | None) -> None:
        """Look somewhere else."""
        self._left = self.subject or self._left
        self.subject = subject

    def below(self, hit: Quoted | None, subjects: Sequence[Subject]) -> Subject | None:
        """Give the subject to narrow to: the one that was left, else that of the highlighted hit.

        What was left counts only while it is among the `subjects` in which something is found.
        """
        if hit is None or (self._left and any(subject.key == self._left.key for subject in subjects)):
            return self._left
        return Subject(hit.row.subject_key, hit.row.subject, 0)

    def among(self, subjects: Sequence[Subject]) -> Sequence[Subject]:
        """Give the subjects with the one to look in, which may have nothing."""
        if self.subject is None or any(subject.key == self.key for subject in subjects):
            return subjects
        return [*subjects, Subject(self.subject.key, self.subject.name, 0)]
