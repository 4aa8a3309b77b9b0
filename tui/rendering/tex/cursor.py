"""A place in the tokens of a formula, and how deep it lies in groups and brackets."""

from collections.abc import Sequence

DEEPEST = 40
"""Groups and brackets within each other beyond this are refused, so that no writer runs out of stack."""


class TexError(ValueError):
    """A formula is broken, or uses a command that is not known."""


class Cursor:
    """Walks over tokens; an empty token stands for the end."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self._tokens = [*tokens, ""]
        self._at = 0
        self._depth = 0

    @property
    def sign(self) -> str:
        """The token here."""
        return self._tokens[self._at]

    @property
    def before(self) -> str:
        """The token before this one."""
        return self._tokens[self._at - 1] if self._at else ""

    @property
    def after(self) -> str:
        """The token after this one."""
        return self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else ""

    def take(self) -> str:
        """Give the token here and go on behind it."""
        sign = self._tokens[self._at]
        if sign:
            self._at += 1
        return sign

    def skip_blanks(self) -> None:
        """Go on to the next token that is no blank."""
        while self._tokens[self._at] == " ":
            self._at += 1

    def expect(self, sign: str) -> None:
        """Take a token that must stand here."""
        if self.take() != sign:
            raise TexError(sign)

    def enter(self) -> None:
        """Go one level deeper."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise TexError("too deep")

    def leave(self, levels: int = 1) -> None:
        """Come back from levels that were entered."""
        self._depth -= levels

    def word(self) -> str:
        """Take a group as the characters in it: the name of an environment, a colour."""
        self.skip_blanks()
        self.expect("{")
        return self._until("}")

    def nested(self) -> str:
        """Take a group with the groups in it as the characters in it."""
        self.enter()
        self.skip_blanks()
        self.expect("{")
        taken = ""
        while (sign := self.take()) != "}":
            if not sign:
                raise TexError("}")
            if sign == "{":
                self._at -= 1
                sign = f"{{{self.nested()}}}"
            taken += sign
        self.leave()
        return taken

    def ahead(self, size: int) -> str:
        """Give the next tokens without going on."""
        return "".join(self._tokens[self._at : self._at + size])

    def thousand(self) -> str:
        """Take a comma with exactly three digits behind it; empty when they are not there."""
        taken = self.ahead(4)
        digits = taken[1:]
        if len(digits) < 3 or not digits.isdecimal() or self._tokens[self._at + 4 : self._at + 5][0].isdecimal():
            return ""
        self._at += 4
        return taken

    def option(self) -> str:
        """Take what stands in square brackets here; empty when none begins here."""
        if self.sign != "[":
            return ""
        self._at += 1
        return self._until("]")

    def skip_option(self) -> None:
        """Pass over what stands in square brackets here or behind blanks, if anything does."""
        self.skip_blanks()
        self.option()

    def run_before(self) -> str:
        """Give the letters that stand right before the blanks before this token."""
        at = self._at
        while at and self._tokens[at - 1] == " ":
            at -= 1
        return self._run(at - 1, -1)

    def bare_word(self) -> str:
        """Give the letters that stand from here on when no letter stands right before."""
        before = self.before
        return "" if len(before) == 1 and before.isalpha() else self.run_after()

    def run_after(self) -> str:
        """Give the letters that stand from here on."""
        return self._run(self._at, 1)

    def _run(self, at: int, step: int) -> str:
        start = at
        while at >= 0 and len(self._tokens[at]) == 1 and self._tokens[at].isalpha():
            at += step
        return "".join(self._tokens[start:at] if step > 0 else self._tokens[at + 1 : start + 1])

    def _until(self, closing: str) -> str:
        taken = []
        while (sign := self.take()) != closing:
            if not sign:
                raise TexError(closing)
            taken.append(sign)
        return "".join(taken)
