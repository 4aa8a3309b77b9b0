"""The list of all that is wrong in a store."""

import os

from loaders.article import Problem
from loaders.clean import clean
from loaders.database import Database


def find_problems(database: Database) -> list[Problem]:
    """Give all problems by path: those that were saved, those of the last walk, and keys that two files share."""
    found = [
        Problem(code, severity, os.fsdecode(path), line, message)
        for path, code, severity, line, message in database.all(
            "SELECT * FROM problems UNION ALL SELECT * FROM obstacles"
        )
    ]
    found += [
        Problem(
            "duplicate-key",
            "error",
            os.fsdecode(path),
            None,
            f"`{key}` is the key of {_shown(holder)} already",
        )
        for path, key, holder in database.all(
            "SELECT a.path, a.key, b.path FROM articles a JOIN articles b ON b.key = a.key AND b.holds"
            " WHERE NOT a.holds"
        )
    ]
    return sorted(found, key=lambda problem: (os.fsencode(problem.path), problem.line or 0, problem.code))


def _shown(path: bytes) -> str:
    return clean(os.fsdecode(path))
