"""JSON, value by value: the elements of a list, or values one behind the other, none held longer than it is read."""

import codecs
import json
import re
from collections.abc import Iterator
from json import JSONDecodeError
from typing import Any, BinaryIO

from importers.raw_report import UnreadableError

CHUNK = 256 * 1024  # bytes
LARGEST = 40_000_000  # characters of one value
MOST_VALUES = 1_000_000  # within one, each of which takes a hundred bytes of memory
SPACE = re.compile(r"[\s,\ufeff]*")
NEXT_RECORD = re.compile(r"(?:^|\n|[\[,}\]])\s*(?=\{\s*\")")
CUT_WITHIN = 16  # characters from the end within which a value may only be cut off
DECODER = json.JSONDecoder(strict=False)  # a line end within a text is no reason to refuse it


class Values:
    """The values in a stream of JSON, each with its number; for one that is broken, what is wrong with it."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self.file, self.decode = file, codecs.getincrementaldecoder(encoding)("replace").decode
        self.text, self.at = "", 0
        self.is_at_end = self.is_list = False

    def __iter__(self) -> Iterator[Any]:
        """Yield the values; a broken one as UnreadableError, and the next that begins like a record after it."""
        self.skip_space()
        if self.text[self.at : self.at + 1] == "[":
            self.is_list, self.at = True, self.at + 1
        while self.skip_space():
            if self.is_list and self.text[self.at] == "]":
                self.at, self.is_list = self.at + 1, False
                continue
            try:
                yield self.next_value()
            except UnreadableError as error:
                yield error
                if not self.find_next():
                    return

    def next_value(self) -> Any:
        """Return the value that begins here. Raises UnreadableError where it is broken, or too large."""
        while True:
            try:
                self.check_size()
                value, end = DECODER.raw_decode(self.text, self.at)
            except JSONDecodeError as error:
                if self.is_broken(error) or not self.read_more():
                    raise UnreadableError(
                        f"it is no JSON: {error.msg} at character {error.pos - self.at + 1}"
                    ) from None
            except RecursionError:
                raise UnreadableError("it is no JSON that can be read: its values are nested too deep") from None
            else:
                self.at = end
                return value

    def check_size(self) -> None:
        """Raise UnreadableError where a value is too large, or of too many parts."""
        size = len(self.text) - self.at
        parts = sum(self.text.count(mark, self.at) for mark in ",[{") if size > MOST_VALUES else 0
        if size > LARGEST or parts > MOST_VALUES:
            raise UnreadableError("a record is larger than any report; write one record a line")

    def is_broken(self, error: JSONDecodeError) -> bool:
        """Return whether an error is none that comes of the end of what was read so far."""
        return not error.msg.startswith("Unterminated string") and error.pos < len(self.text) - CUT_WITHIN

    def skip_space(self) -> bool:
        """Go on to what is no space or comma; return whether there is something."""
        while True:
            match = SPACE.match(self.text, self.at)
            self.at = match.end() if match else self.at
            if self.at < len(self.text):
                return True
            if not self.read_more():
                return False

    def find_next(self) -> bool:
        """Go on to where the next record seems to begin; return whether there is one."""
        self.at += 1
        while True:
            match = NEXT_RECORD.search(self.text, self.at)
            if match:
                self.at = match.end()
                return True
            self.at = max(self.at, len(self.text) - CUT_WITHIN)
            if not self.read_more():
                return False

    def read_more(self) -> bool:
        """Read as much again as there is, and let go of what was read; return whether there was more."""
        if self.is_at_end:
            return False
        chunk = self.file.read(max(CHUNK, len(self.text) - self.at))
        self.is_at_end = not chunk
        self.text, self.at = self.text[self.at :] + self.decode(chunk, not chunk), 0
        return True
