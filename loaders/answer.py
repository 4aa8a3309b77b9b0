"""The stored answer becomes the Markdown that its author wrote."""


def restore_newlines(stored: str) -> str:
    r"""Turn each `\n`, the two characters that stand for a newline in stored answers, into a newline.

    Nothing else is undone: `\t` begins `\times`, `\\` is a row break of TeX.
    """
    return stored.replace("\\n", "\n")
