"""Documents made for tests: PDF and web archives as programs write them, and what is read from any document."""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from importers.raw_report import ColumnsUsed, LeftOut, RawReport, Rejected
from importers.readers.document import Document, Work
from importers.readers.formats import raw_report, reason_of, work_in

PUTIN_XI = (
    "MOSCOW, Dec. 31 -- Russian President Vladimir Putin sent New Year greetings to Chinese President Xi Jinping."
)
KIM_XI = "PYONGYANG, Jan. 1 -- Kim Jong Un and Chinese President Xi Jinping exchanged greetings for the New Year 2024."


def read(name: str, content: bytes, columns: Mapping[str, Sequence[str]] | None = None) -> list[RawReport | Rejected]:
    """What is read from a file with this content."""
    found = work_in(Document(name, name, io.BytesIO(content), columns=columns or {}))
    return [opened(work) for work in found if not isinstance(work, ColumnsUsed | LeftOut)]


def opened(work: Work | Rejected) -> RawReport | Rejected:
    """The report in a document, or the reason why there is none, as an import takes it down."""
    try:
        return work if isinstance(work, Rejected) else raw_report(work)
    except Exception as error:
        return Rejected(work.locator, reason_of(error))


def texts(name: str, content: bytes) -> list[str]:
    """The texts read from a file with this content, and the reasons of what was not read."""
    return [one.text.strip() if isinstance(one, RawReport) else one.reason for one in read(name, content)]


def pdf(pages: Iterable[list[str]], title: str = "") -> bytes:
    """A PDF with these lines on its pages."""
    pages = list(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 40 800 Td {shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< /Title ({title}) >>")
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size, info = len(objects) + 1, len(objects)
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info {info} 0 R >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()


def warc(path: Path, pages: Mapping[str, str], status: str = "200 OK") -> Path:
    """A web archive with these pages by address, compressed if its name ends so."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        writer._create_temp_file = io.BytesIO  # its own are left open
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for url, page in pages.items():
            request = StatusAndHeaders("GET / HTTP/1.1", [("Host", "news.example")], is_http_request=True)
            answer = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            date = {"WARC-Date": "2024-01-02T03:04:05Z"}
            writer.write_record(writer.create_warc_record(url, "request", http_headers=request, warc_headers_dict=date))
            payload = io.BytesIO(page.encode())
            record = writer.create_warc_record(
                url, "response", payload=payload, http_headers=answer, warc_headers_dict=date
            )
            writer.write_record(record)
    return path


def page(headline: str, *paragraphs: str) -> str:
    """A web page with one article."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{headline}</title></head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>{headline}</h1>{text}</article></body></html>"
    )
