"""What was measured, as a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_TITLE = """\
# What Carrel costs

Written by `python -m benchmarks`: each figure of Carrel's beside the plain way of doing the same, measured in
turns in one run, medians of several runs. `python -m benchmarks --help` tells how to measure again, with other
sizes.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was measured beside another."""

    what: str
    carrel: Sequence[float]
    against: str = ""
    other: Sequence[float] = ()
    wanted: str = ""
    """What the ratio, or the figure, should be."""
    unit: str = "s"
    faster: bool = False
    """True when the ratio is how many times as fast Carrel is, not how many times as slow or as large."""
    figure: Callable[[Sequence[float]], float] = median

    def cells(self) -> tuple[str, ...]:
        """Give the cells of its line in the table."""
        carrel = self.figure(self.carrel)
        if not self.other:
            return self.what, _shown(carrel, self.unit), "", "", "", self.wanted, str(len(self.carrel))
        other = self.figure(self.other)
        ratio = other / carrel if self.faster else carrel / other
        said = f"{ratio:.2f} × {'as fast' if self.faster else 'the cost'}"
        figures = _shown(carrel, self.unit), self.against, _shown(other, self.unit)
        return self.what, *figures, said, self.wanted, str(len(self.carrel))


def percentile_95(values: Sequence[float]) -> float:
    """Give the value that 95 of 100 do not exceed."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def table(rows: Iterable[Row]) -> str:
    """Give the table as Markdown."""
    heads = ("what", "Carrel", "against", "which takes", "so Carrel has", "wanted", "runs")
    lines = ["| " + " | ".join(heads) + " |", "|---|--:|---|--:|--:|---|--:|"]
    lines += ["| " + " | ".join(row.cells()) + " |" for row in rows]
    return "\n".join(lines)


def write(file: Path, articles: int, machine: Mapping[str, str], rows: Sequence[Row], notes: Sequence[str]) -> str:
    """Write the section of a library of this size into a file, beside those of other sizes; give the section."""
    described = " · ".join(f"{name}: {value}" for name, value in machine.items())
    remarks = "\n".join(f"- {note}" for note in notes)
    section = f"## {articles:,} articles\n\n{described}\n\n{table(rows)}\n\n{remarks}\n"
    sections = {_size(part): part for part in _sections(file)} | {articles: section}
    file.write_text("\n".join([_TITLE, *(sections[size] for size in sorted(sections))]), "utf-8")
    return section


def _sections(file: Path) -> list[str]:
    if not file.exists():
        return []
    return [f"## {part.rstrip()}\n" for part in file.read_text("utf-8").split("\n## ")[1:]]


def _size(section: str) -> int:
    return int(section.split()[1].replace(",", ""))


def _shown(value: float, unit: str) -> str:
    if unit == "MiB":
        return f"{value / 2**20:.1f} MiB"
    if value < 1:
        return f"{value * 1000:.3g} ms" if value < 0.1 else f"{value * 1000:.0f} ms"
    return f"{value:.2f} s"
