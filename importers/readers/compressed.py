"""Files compressed one by one: gzip, bzip2, xz. What is within is read by its own reader."""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from typing import IO, BinaryIO, cast

from importers.readers.document import Allowance, Document

Opener = Callable[[BinaryIO], IO[bytes]]
MAGIC: dict[bytes, tuple[str, Opener]] = {
    b"\x1f\x8b": (".gz", lambda file: cast(IO[bytes], gzip.GzipFile(fileobj=file))),
    b"BZh": (".bz2", lambda file: cast(IO[bytes], bz2.BZ2File(file))),
    b"\xfd7zXZ\x00": (".xz", lambda file: cast(IO[bytes], lzma.LZMAFile(file))),  # noqa: SIM115 - closed with the file
}


class Compressed:
    """A compressed file."""

    name = "compressed file"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether it begins as a compressed file does."""
        return document.head.startswith(tuple(MAGIC))

    def read(self, document: Document) -> Iterator[Document]:
        """Yield the document within."""
        suffix, unpacking = next(found for magic, found in MAGIC.items() if document.head.startswith(magic))
        allowance = document.allowance or Allowance()
        name = document.name.removesuffix(suffix).replace(".tgz", ".tar")
        with document.open(None if document.allowance else allowance.give) as file:
            yield document.part(name, unpacking(file), locator=document.locator, allowance=allowance)
