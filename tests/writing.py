"""Writes articles as files, in the exact format of the real library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Written:
    """The fields of one file, in the order in which the real files have them."""

    title: str = "Why is the sky blue?"
    answer: str = "Air scatters blue light more than red."
    subject: str = "Physics"
    slug: str = "why-is-the-sky-blue"
    subject_slug: str = "physics"
    id: int = 1
    date: str = "2025-03-14"
    description: str = "Why air scatters blue light."
    keywords: Sequence[str] = ("sky", "scattering")
    author: str = "Carrel"
    no_index: bool = False
    related: Sequence[Mapping[str, object]] = field(default_factory=tuple)
    library: str = "learn"

    @property
    def url(self) -> str:
        """The article's key."""
        return f"/{self.library}/{self.subject_slug}/questions/{self.slug}"

    @property
    def path(self) -> str:
        """Where the file lies in its library."""
        return f"{self.subject_slug}/{self.slug}.md"

    def link(self) -> dict[str, object]:
        """Give the mapping by which another article names this one as related."""
        return {"id": self.id, "title": self.title, "subject": self.subject, "url": self.url}

    def with_related(self, links: Sequence[Mapping[str, object]]) -> "Written":
        """Give the same article with other related ones."""
        return replace(self, related=links)

    def text(self) -> str:
        """Give the whole file."""
        lines = [
            "---",
            "_schema: default",
            f"id: {self.id}",
            f"date: {self.date}",
            *_folded("title", self.title),
            *_folded("article_title", self.title),
            "date_format: MMM DD, YYYY",
            "post_on_text: Posted on",
            "seo:",
            f"  title: {self.author} | {self.subject}",
            *(f"  {line}" for line in _folded("page_description", self.description, indent=2)),
            *(f"  {line}" for line in _folded("page_keywords", ", ".join(self.keywords), indent=2)),
            f"author: {self.author}",
            *_folded("question", self.title),
            *(["no_index: true"] if self.no_index else []),
            *_folded("answer", self.answer.replace("\n", "\\n")),
            f"subject: {self.subject}",
            f"file_name: {self.slug}.md",
            f"url: {self.url}",
            "score: -1.0",
        ]
        for number, link in enumerate(self.related, 1):
            lines += [
                f"related_article{number}:",
                f"    id: {link['id']}",
                *(f"    {line}" for line in _folded("title", str(link["title"]))),
                f"    subject: {link['subject']}",
                f"    url: {link['url']}",
            ]
        return "\n".join([*lines, "---", "", "&nbsp;", ""])


def _folded(name: str, value: str, indent: int = 4) -> list[str]:
    return [f"{name}: >-", f"{' ' * indent}{value}"]
