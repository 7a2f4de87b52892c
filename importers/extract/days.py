"""Days: when a message was sent, as its sentence tells it, and what it rests on."""

import datetime
from collections.abc import Iterator, Sequence

from importers.extract.view import View
from importers.grammar.numbers import Date
from importers.grammar.tags import Tag
from importers.knowledge import KnownMilestone

DAY = datetime.timedelta(days=1)
BEHIND = 2  # tags behind a letter, of which one may tell its day
EARLIEST, LATEST = -45, 1  # days from the publication in which a message reported as news was sent


def day_told(
    view: View, published: datetime.date | None, clause: tuple[int, int] = (0, 0), letters: Sequence[View] = ()
) -> tuple[datetime.date | None, str | None]:
    """Return the day that a sentence gives for what it tells, near the day of publication; and its basis.

    One within the `clause` that tells it goes before others: what it is for may have been on another day; then what
    stands before it. Behind it may stand when somebody said so: before that goes what other sentences that speak of
    the letter, `letters`, tell of its day: "in his letter on Monday".
    """
    before = [tag for tag in view.row.tags if tag.end <= clause[1]]
    within = [tag for tag in before if clause[0] <= tag.start]
    of_letters = [tag for each in letters for tag in dates_of_letters(each)]
    told = (first_day(tags, published) for tags in (within, before, of_letters, view.row.tags))
    return next(((day, basis) for day, basis in told if day), (None, None))


def dates_of_letters(view: View) -> Iterator[Tag]:
    """Yield the tags of days right behind a letter and whom it is to: "letter on Monday", "message to Xi on May 9"."""
    tags = view.row.tags
    for place, tag in enumerate(tags):
        if "message" in tag.sense:
            behind = place + 1
            to = next((at for at in (behind, behind + 1) if at < len(tags) and "person" in tags[at].sense), None)
            behind = behind if to is None else to + 1
            yield from (after for after in tags[behind : behind + BEHIND] if is_day(after))


def is_day(tag: Tag) -> bool:
    """Return whether a tag tells a day."""
    return isinstance(tag.item, Date) or "weekday" in tag.sense


def first_day(tags: Sequence[Tag], published: datetime.date | None) -> tuple[datetime.date | None, str | None]:
    """Return the first day that is told, by its date before others; and what it rests on.

    A date ahead is that of something to come, such as the day observed. What a language gives (words.csv): `day_word`
    with the number of days from the report's ("-1" yesterday), `holiday` with a month and a day ("12-31").
    """
    for place, tag in enumerate(tags):
        if isinstance(tag.item, Date) and not is_of_something_else(tags, place, published):
            day = near(tag.item, published)
            if day is not None:
                return day, "stated"
    if published is None:
        return None, None
    day = next((day for tag in tags if (day := worded(tag, published))), None)
    return day, "weekday" if day else None


def is_of_something_else(tags: Sequence[Tag], place: int, published: datetime.date | None) -> bool:
    """Return whether a date tells which of several is meant, and no letter is: "in the August 9 poll".

    Behind an anniversary it may be the day of the event, from which nothing tells it apart in a report of no day.
    """
    if published is None and any("anniversary" in earlier.sense for earlier in tags[:place]):
        return True
    before, after = tags[max(place - 1, 0)], tags[min(place + 1, len(tags) - 1)]
    return "the" in before.sense and not any(kind in after.sense for kind in ("message", "congratulatory", "greeting"))


def worded(tag: Tag, published: datetime.date) -> datetime.date | None:
    """Return the day that a word means in a report of a day; None where it means none."""
    if "day_word" in tag.sense:
        return published + DAY * int(tag.sense.one("day_word"))
    if "holiday" in tag.sense:
        month, day = tag.sense.one("holiday").split("-")
        return near(Date(None, int(month), int(day)), published)
    return nearest_weekday(int(tag.sense.one("weekday")), published) if "weekday" in tag.sense else None


def near(date: Date, published: datetime.date | None) -> datetime.date | None:
    """Return the day of a date, in the year in which it lies near the day of publication; None where in none."""
    if published is None:
        return date.on()
    if date.month is None:  # a day of this month, or of the last
        before = [published - DAY * back for back in range(28)]
        return next((day for day in before if day.day == date.day), None)
    years = (date.year,) if date.year else (published.year, published.year - 1, published.year + 1)
    days = [day for year in years if (day := date.on(year)) is not None]
    return next((day for day in days if EARLIEST <= (day - published).days <= LATEST), None)


def nearest_weekday(weekday: int, day: datetime.date) -> datetime.date:
    """Return the day that "on Friday" means in a report of `day`: the last Friday, or tomorrow.

    A page may be stamped the day before what it tells of, as the day begins earlier in the east.
    """
    back = (day.weekday() - weekday) % 7
    return day - DAY * back if back < 6 else day + DAY


def on_the_day_itself(day: datetime.date | None, milestone: KnownMilestone, ordinal: int) -> datetime.date | None:
    """Return the day of the anniversary where a weekday may mean it: pages are stamped some days early or late."""
    if day is None or not milestone.month or not milestone.day:
        return day
    itself = Date(milestone.year + ordinal, milestone.month, milestone.day).on()
    return itself if itself and itself.weekday() == day.weekday() and abs((itself - day).days) <= 7 else day
