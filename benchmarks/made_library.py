"""Makes a library of any size in the real format: lengths, links and rare features in their real proportions."""

import random
from collections.abc import Iterator
from itertools import accumulate, count
from pathlib import Path

from tests.writing import Written

SUBJECTS = 40
LESSON = 25
"""Articles are written in batches, and name others of their own batch as related."""
_SYLLABLES = [first + second for first in "bcdflmnprstv" for second in "aeio"]
_PARAGRAPHS = 4_000
_WORDS = 12_000
_LINK_SHARES = ((0, 0.27), (1, 0.05), (2, 0.05), (3, 0.08), (4, 0.15), (5, 0.40))
"""How many links an article has, and how often: 73 % have one or more, 2.9 on average."""


def make_library(folder: Path, articles: int, seed: int = 1) -> None:
    """Write so many articles; the same numbers give the same files, and a folder that is complete stays."""
    done = folder / ".complete"
    if done.exists() and done.read_text() == f"{articles} {seed}":
        return
    for article in made_articles(articles, seed):
        file = folder / article.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(article.text(), "utf-8")
    done.write_text(f"{articles} {seed}")


def made_articles(articles: int, seed: int = 1) -> Iterator[Written]:
    """Give the articles one by one, lesson by lesson, so that memory holds one lesson."""
    choose = random.Random(seed)  # noqa: S311 - repeatable, not secret
    maker = _Maker(choose)
    numbers = count(1)
    left = articles
    while left:
        size = min(LESSON, left)
        lesson = [maker.article(next(numbers)) for _ in range(size)]
        for article in lesson:
            yield maker.linked(article, lesson)
        left -= size


class _Maker:
    """Puts articles together from words and paragraphs made once."""

    def __init__(self, choose: random.Random) -> None:
        self._choose = choose
        words = {"".join(choose.choices(_SYLLABLES, k=choose.randint(1, 4))) for _ in range(_WORDS)}
        self._words = sorted(words)
        # Zipf's law: the n-th word is as frequent as 1/n.
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self._paragraphs = [self._paragraph() for _ in range(_PARAGRAPHS)]
        self._subjects = [" ".join(self._phrase(2)).title() for _ in range(SUBJECTS)]

    def article(self, number: int) -> Written:
        """Make an article without links."""
        subject = self._subjects[self._choose.randrange(SUBJECTS)]
        title = f"How does {' '.join(self._phrase(self._choose.randint(5, 12)))}?".capitalize()
        slug = f"{title[:-1].lower().replace(' ', '-')}-{number}"
        return Written(
            title=title,
            answer=self._answer(),
            subject=subject,
            slug=slug,
            subject_slug=subject.lower().replace(" ", "-"),
            id=number,
            date=f"2025-{self._choose.randint(1, 12):02}-{self._choose.randint(1, 28):02}",
            description=f"{' '.join(self._phrase(22))}.".capitalize(),
            keywords=[" ".join(self._phrase(2)) for _ in range(9)],
            no_index=self._choose.random() < 0.0019,
        )

    def linked(self, article: Written, lesson: list[Written]) -> Written:
        """Give an article with links to others of its lesson; a few lead nowhere."""
        numbers, shares = zip(*_LINK_SHARES, strict=True)
        wanted = self._choose.choices(numbers, shares)[0]
        others = [other.link() for other in lesson if other is not article]
        links = self._choose.sample(others, min(wanted, len(others)))
        for link in links:
            if self._choose.random() < 0.003:
                link["url"] = f"{link['url']}-gone"
                link["id"] = -1
        return article.with_related(links)

    def _phrase(self, words: int) -> list[str]:
        return self._choose.choices(self._words, cum_weights=self._weights, k=words)

    def _sentence(self) -> str:
        return f"{' '.join(self._phrase(self._choose.randint(8, 22)))}.".capitalize()

    def _paragraph(self) -> str:
        sentences = " ".join(self._sentence() for _ in range(3))
        kinds = [
            sentences,
            "\n".join(f"{n}. **{' '.join(self._phrase(2))}**: {self._sentence()}" for n in range(1, 5)),
            f"### {' '.join(self._phrase(3)).title()}\n{sentences}",
            "\n".join(f"- {self._sentence()}" for _ in range(4)),
            f"{sentences} $E = m c^2$\n\n$$\\frac{{a}}{{b}} = \\sqrt{{x^2 + 1}}$$",
            "```python\nfor word in words:\n    print(word)\n```",
            "| a | b |\n|---|---|\n| one | two |\n| three | four |",
        ]
        return self._choose.choices(kinds, [500, 300, 100, 70, 15, 12, 3])[0]

    def _answer(self) -> str:
        """Give about 2,500 characters, seldom more than 5,000."""
        wanted = min(4_900, max(500, int(self._choose.gauss(2_450, 700))))
        parts: list[str] = []
        length = 0
        while length < wanted:
            part = self._choose.choice(self._paragraphs)
            parts.append(part)
            length += len(part) + 4
        return "\n\n".join(parts)
