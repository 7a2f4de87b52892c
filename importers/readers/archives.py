"""Archives: zip and tar. Nothing is unpacked to disk; members are read as documents of their own."""

import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from importers.raw_report import Rejected, UnreadableError
from importers.readers.document import Allowance, Document
from importers.readers.workbooks import is_workbook

HEADS = (  # of the kinds of members that tell of the next one
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)
LARGEST_HEAD = 1_000_000  # bytes
LARGEST_MEMBER = 10_000_000_000
OFFICE = "[Content_Types].xml"  # in every file of an office suite


class Zip:
    """A zip archive."""

    name = "zip archive"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether it begins as a zip archive does, an empty one included, and is no workbook."""
        return document.head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not is_workbook(document)

    def read(self, document: Document) -> Iterator[Document | Rejected]:
        """Yield the members."""
        with document.open_anywhere() as file, zipfile.ZipFile(file) as archive:
            if OFFICE in archive.namelist():
                raise UnreadableError("it is a file of an office suite; save it as PDF or as text, a table as XLSX")
            allowance = document.allowance or Allowance(file.seek(0, 2))
            for member in sorted(archive.infolist(), key=lambda member: member.filename):
                allowance.check()
                if member.is_dir() or is_hidden(member.filename):
                    continue
                refused = refusal(member.filename, is_encrypted=bool(member.flag_bits & 1))
                if refused:
                    yield Rejected(f"{document.locator}!{member.filename}", refused)
                    continue
                try:
                    stream = archive.open(member)
                except (zipfile.BadZipFile, NotImplementedError) as error:
                    yield Rejected(f"{document.locator}!{member.filename}", str(error))
                    continue
                with stream:
                    yield document.part(member.filename, stream, allowance=allowance)


class Member(tarfile.TarInfo):
    """A member of a tar archive. One whose size or whose name is none that a member has is refused, and not held."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        """Go on behind the head of the member. Raises UnreadableError before anything of such a size is looked for."""
        check_size(self)
        if self.type in HEADS and self.size > LARGEST_HEAD:
            raise UnreadableError("a member's name is longer than any is")
        return super()._proc_member(archive)  # type: ignore[misc, no-any-return]


def check_size(member: tarfile.TarInfo) -> None:
    """Raise UnreadableError where a member claims to be larger than anything is."""
    if not 0 <= member.size <= LARGEST_MEMBER:
        raise UnreadableError(f"a member claims to be of {member.size} bytes, which it cannot be; what follows is lost")


class Tar:
    """A tar archive. Compressed ones come here through the reader of compressed files."""

    name = "tar archive"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether the first member's head says that this is tar."""
        return document.head[257:262] == b"ustar"

    def read(self, document: Document) -> Iterator[Document | Rejected]:
        """Yield the members, in the order in which they stand."""
        allowance = document.allowance or Allowance()
        counting = None if document.allowance else allowance.give
        with document.open(counting) as file, tarfile.open(fileobj=file, mode="r|", tarinfo=Member) as archive:
            for member in archive:
                allowance.check()
                check_size(member)
                if member.isdir() or is_hidden(member.name):
                    continue
                refused = refusal(member.name, is_link=not member.isfile())
                stream = None if refused else archive.extractfile(member)
                if stream is None:
                    yield Rejected(f"{document.locator}!{member.name}", refused or "it is no file")
                else:
                    yield document.part(member.name, stream, allowance=allowance)
            # Behind the last member stands an empty block; tarfile also ends, without a word, within a block cut off.
            if file_position(archive) != archive.offset + tarfile.BLOCKSIZE and not document.broken:
                yield Rejected(document.locator, "it breaks off; what follows is lost")


def file_position(archive: tarfile.TarFile) -> int:
    """Return how far the archive was read."""
    assert archive.fileobj is not None  # noqa: S101 - an open archive has one
    return archive.fileobj.tell()


def is_hidden(name: str) -> bool:
    """Return whether a member is one that a system put there for itself."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)


def refusal(name: str, *, is_encrypted: bool = False, is_link: bool = False) -> str | None:
    """Return why a member is not read, None where it is."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts[:1] and path.parts[0].endswith(":")):
        return "its path leaves the archive"
    if is_encrypted:
        return "it is encrypted; unpack it by hand"
    return "it is a link or a device, no file" if is_link else None
