"""Numbers and times as people read them."""


def count(number: int, one: str, many: str) -> str:
    """Give a number grouped by thousands with its word: `1 article`, `35,848 articles`."""
    return f"{number:,} {one if number == 1 else many}"


def duration(seconds: float) -> str:
    """Give a time as people say it: `8 s`, `3 min 20 s`."""
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"
