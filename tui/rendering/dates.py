"""Dates in the words of moment.js, in English whatever the locale."""

import datetime
import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOKEN = re.compile(
    r"\[([^\]]*)\]|YYYY|YY|Q|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|d|E|WW|W|HH|H|hh|h|mm|ss|A|a"
)


def format_date(date: datetime.date, pattern: str) -> str:
    """Write a date by a pattern such as `MMM DD, YYYY`; the time of day is midnight.

    Text in square brackets and everything that is no token stays as it is.
    """
    words = _words(date)
    return _TOKEN.sub(lambda match: words.get(match[0]) or match[1] or "", pattern)


def _words(date: datetime.date) -> dict[str, str]:
    month, day = _MONTHS[date.month - 1], _DAYS[date.weekday()]
    day_of_year = date.toordinal() - datetime.date(date.year, 1, 1).toordinal() + 1
    week = date.isocalendar().week
    return {
        "YYYY": f"{date.year:04}",
        "YY": f"{date.year % 100:02}",
        "Q": str((date.month + 2) // 3),
        "MMMM": month,
        "MMM": month[:3],
        "MM": f"{date.month:02}",
        "Mo": _ordinal(date.month),
        "M": str(date.month),
        "DDDD": f"{day_of_year:03}",
        "DDD": str(day_of_year),
        "DD": f"{date.day:02}",
        "Do": _ordinal(date.day),
        "D": str(date.day),
        "dddd": day,
        "ddd": day[:3],
        "dd": day[:2],
        "d": str(date.isoweekday() % 7),
        "E": str(date.isoweekday()),
        "WW": f"{week:02}",
        "W": str(week),
        "HH": "00",
        "H": "0",
        "hh": "12",
        "h": "12",
        "mm": "00",
        "ss": "00",
        "A": "AM",
        "a": "am",
    }


def _ordinal(number: int) -> str:
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
