"""Telling people and programs what became of an import."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from models.database import InputError
from models.printable import in_one_line

if TYPE_CHECKING:
    from importers.import_reports import Summary


def tell_as_text(summary: "Summary", is_dry_run: bool = False, is_quiet: bool = False) -> None:
    """Print what became of an import, for people. Raises InputError where nothing could be read."""
    counts = summary.counts
    left_out = f", {counts.left_out} pages of web archives left out that tell of no exchange" if counts.left_out else ""
    met = f"{counts.inserted} inserted, {counts.updated} updated, {counts.unchanged} unchanged"
    click.echo(f"{'would be: ' if is_dry_run else ''}{met}, {counts.rejected} rejected{left_out}")
    if not is_quiet:
        for line in what_was_read(summary):
            click.echo(line)
    for one in summary.rejected:
        click.echo("  " + in_one_line(f"{one.locator}: {one.reason}"), err=True)
    shown = sum(one.count for one in summary.rejected)
    if counts.rejected > shown:
        click.echo(f"  and {counts.rejected - shown} more; list them with: chancery status --rejected", err=True)
    if summary.is_stopped:
        click.echo("stopped; the same import goes on from there", err=True)
    refuse_if_nothing_was_read(summary)


def what_was_read(summary: "Summary") -> Iterator[str]:
    """Yield in lines how many reports tell of exchanges, and which columns were used for what."""
    from importers.readers.columns import NAMES

    if summary.telling + summary.silent:
        yield f"of those read now {summary.telling} tell of exchanges, {summary.silent} of none"
    for columns, count in summary.columns.values():
        more = f" and {count - 1} more files" if count > 1 else ""
        used = ", ".join(f"{NAMES[field]}={'+'.join(names)}" for field, names in columns.used.items())
        unused = f"; not used: {', '.join(columns.unused)}" if columns.unused else ""
        yield in_one_line(f"columns of {columns.locator}{more}: {used or 'none used'}{unused}")


def tell_as_json(summary: "Summary", is_dry_run: bool, _is_quiet: bool) -> None:
    """Print what became of an import, for programs. Raises InputError where nothing could be read."""
    import json
    from dataclasses import asdict

    from importers.readers.columns import NAMES

    told = {
        "dry_run": is_dry_run,
        "stopped": summary.is_stopped,
        **asdict(summary.counts),
        "telling_of_exchanges": summary.telling,
        "telling_of_none": summary.silent,
        "columns": [
            {
                "locator": columns.locator,
                "files": count,
                "used": {NAMES[field]: list(names) for field, names in columns.used.items()},
                "unused": list(columns.unused),
            }
            for columns, count in summary.columns.values()
        ],
        "rejections": [asdict(one) for one in summary.rejected],
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    refuse_if_nothing_was_read(summary)


def refuse_if_nothing_was_read(summary: "Summary") -> None:
    """Raise InputError where something was rejected, and nothing read."""
    counts = summary.counts
    read = counts.inserted + counts.updated + counts.unchanged + counts.left_out
    if counts.rejected and not read and not summary.is_stopped:
        raise InputError("no report could be read")
