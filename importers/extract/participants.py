"""Participants: who takes which part in a sentence that tells of messages, in the light of the sentences before it."""

import re

from importers.extract.people import Mention, People
from importers.extract.sentence_view import SentenceView

AND = re.compile(
    r"^(?:\s*\([^()]{2,20}\))?\s*(?:,|;|,?\s*and|,?\s*as well as|&|,?\s*along with"
    r"|,?\s*together with|,?\s*and also)\s+(?:(?:the|his|her"
    r"|to|its|also|both|of|us|u\.s\.|with|then)\s+)*$",
    re.IGNORECASE,
)
RESPECTIVELY = re.compile(r"\brespective(?:ly)?\b", re.IGNORECASE)
ZONE_END = re.compile(
    r"\b(?:on (?:the|his|her|their|its|being|becoming|winning"
    r"|new|christmas|eid|behalf|this|that|october|november"
    r"|december|january|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|capital|taking|assuming|behalf)"
    r"|over|after|ahead|upon|following|in connection|to (?:mark"
    r"|express|offer|convey|congratulate|condole)|mark(?:ing"
    r"|ed)|saying|wishing|expressing|which|that|where|when"
    r"|while|said|says|added|noted|stressed|wrote|from|at"
    r"|for|in (?:a|his|her|the|which|connection)|as|because"
    r"|underscor\w+|underlin\w+|voic\w+|remark\w+)\b",
    re.IGNORECASE,
)
# What stands beside a name before the next subject of a list: "Raul Castro, First Secretary of the Party (PCC), and".
APPOSED = re.compile(
    r"^(?:\s*,| of\b)[^.;:\"“”]{3,140}?,\s*(?P<last>(?:and|as well as)\s+)?(?:the\s+)?$", re.IGNORECASE
)
GOES_ON = re.compile(r",\s+(?!includ|exclud)\w+ing\b")  # "..., hailing Raisi as a friend"
LEADERS = re.compile(
    r"\b(?:leaders?|heads? of (?:foreign )?(?:state|government"
    r"|states)|counterparts|presidents|colleagues|world|kings)\b",
    re.IGNORECASE,
)
RELATIVES = re.compile(
    r"\b(?:famil(?:y|ies)|relatives|widow|wife|husband|mother|father|parents|sons?|daughters?|children|brothers?|sisters?"
    r"|friends|victims) of (?:the )?(?:late |former )*$"
)
DECEASED = re.compile(
    r"\b(?:over|on|upon|following|after|for) (?:the |his |her )?(?:\w+ )?(?:death|passing|demise|loss|killing|assassination|murder)\b"
)
SPOKESMEN = frozenset(("spokesperson", "spokesman", "spokeswoman", "ambassador", "minister"))
PASSIVE = re.compile(r"\b(?:was|were|been|be|being)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE)
SUBJECT_PRONOUNS = frozenset(("he", "she"))
PREDICATE = re.compile(r"\b(?:is|was|as|became|being)\s+(?:also\s+)?(?:the\s+)?$", re.IGNORECASE)
Pair = tuple[str, str]


class Participants:
    """Works out whom the words of a sentence mean as senders and recipients."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.recent: list[str] = []  # people in the order of their last mention
        self.pairs: list[Pair] = []  # who writes to whom, in the order told
        self.begins_paragraph = True  # whether the sentence looked at is the first of its paragraph
        self.subject_before: str | None = None  # of the sentence before in the same paragraph
        self.open_sender: str | None = None  # who is known to have written to leaders yet to be named
        self.open_recipient: str | None = None  # to whom leaders yet to be named have written

    def remember(self, slug: str) -> None:
        """Make somebody the person mentioned last."""
        if slug in self.recent:
            self.recent.remove(slug)
        self.recent.append(slug)

    def can_write(self, slug: str) -> bool:
        """Return whether somebody is a leader."""
        person = self.people.persons.get(slug)
        if person is None or not person.provisional:
            return person is not None
        called = self.people.called.get(slug, set())
        return bool(person.roles) and not (called and called <= SPOKESMEN)

    def usable(self, pairs: list[Pair]) -> list[Pair]:
        """Return the pairs whose both sides are leaders: known as such, or met with an office."""
        return [(a, b) for a, b in dict.fromkeys(pairs) if a != b and self.can_write(a) and self.can_write(b)]

    def senders_before(self, view: SentenceView) -> list[str]:
        """Return who was named last before the sentence, for a subject that is a pronoun or left out."""
        if self.pairs:
            return [self.pairs[-1][0]]
        return self.recent[-1:]

    def subjects(self, view: SentenceView, place: int) -> list[Mention]:
        """Return the subject named last before a verb, with all that are listed with it."""
        run: list[Mention] = []
        for mention in reversed([m for m in view.mentions if m.start < place and self.is_subject(view, m)]):
            if run and not self.is_listed(view, mention, run):
                break
            run.insert(0, mention)
        return run

    def is_listed(self, view: SentenceView, mention: Mention, run: list[Mention]) -> bool:
        """Return whether a mention is listed with those after it, be it with an apposition: "A, head of B, and C"."""
        gap = view.body[mention.end : run[0].start]
        if AND.match(gap):
            return True
        apposed = APPOSED.match(gap) if mention.kind == "name" and run[0].kind == "name" and len(gap) > 12 else None
        return apposed is not None and (apposed["last"] is not None or len(run) > 1)

    def is_subject(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether a mention may be a subject: not a possessive or object pronoun, after no preposition."""
        if mention.kind == "he":
            return view.body[mention.start : mention.end].lower() in SUBJECT_PRONOUNS
        if view.body[mention.end : mention.end + 2] in ("'s", "’s") and not re.match(
            r"['’]s,", view.body[mention.end : mention.end + 3]
        ):
            return False
        if mention.kind == "title" and not mention.slug and PREDICATE.search(view.before(mention.start, 24)):
            return False  # "Xi, who is also general secretary, ..."
        return view.preposition(mention) in ("", "that", "both", "between")

    def slugs(self, view: SentenceView, mentions: list[Mention], others: list[str] | None = None) -> list[str]:
        """Return who the mentions mean, pronouns and counterparts worked out from what was told before."""
        found: list[str] = []
        for mention in mentions:
            slug = mention.slug or self.worked_out(view, mention, [*(others or []), *found])
            if slug and slug not in found:
                found.append(slug)
        return found

    def worked_out(self, view: SentenceView, mention: Mention, others: list[str]) -> str | None:
        """Return who is meant by "he", "the president" or "his Russian counterpart"."""
        if mention.kind == "counterpart" and mention.country:
            return self.counterpart(view, mention, others)
        if mention.kind == "title" and not mention.country and not mention.plural:
            order = [sender for sender, _ in reversed(self.pairs)] + self.recent[::-1]
            if others:  # whoever they write to has mostly been written to before
                written_to = [recipient for _, recipient in reversed(self.pairs)]
                order = [*([self.open_recipient] if self.open_recipient else []), *written_to, *order]
            if (
                self.open_recipient
                and view.by_kind.get("send")
                and any(verb.value == "receive" for verb in view.by_kind["send"])
            ):
                order.insert(0, self.open_recipient)  # "The President also received cables from ..."
            possible = [slug for slug in order if slug not in others]
            told_of = possible if self.pairs else ()
            return self.people.meant_by_title(mention, possible, told_of) or self.of_home(mention)
        if mention.kind == "he":
            named = [m.slug for m in view.named() if m.start < mention.start and m.slug not in others]
            if named and others:
                return named[-1]
            is_subject = view.body[mention.start : mention.end].lower() in SUBJECT_PRONOUNS
            here = [m.slug for m in view.named() if m.end < mention.start and self.is_subject(view, m)]
            order = here[:1] if is_subject else []  # "Xi said in a message that he wished him success"
            order += [self.subject_before, *(sender for sender, _ in self.pairs[-1:])] if is_subject else []
            order += [None if others else self.open_sender, *reversed(self.recent)]
            possible = (slug for slug in order if slug and slug not in others)
            return next((s for s in possible if self.people.persons[s].gender in (None, mention.gender)), None)
        return None

    def of_home(self, mention: Mention) -> str | None:
        """Return whom a bare title means where the report has named nobody so: who holds the office in its country."""
        text = self.people.text
        named = "leader" not in text[mention.start : mention.end].lower() and not text.startswith(" of ", mention.end)
        return self.people.by_title(self.people.home, mention.roles) if named else None

    def counterpart(self, view: SentenceView, mention: Mention, others: list[str]) -> str | None:
        """Return who holds in the other country the office that the one spoken of holds in theirs."""
        before = [m.slug for m in view.named() if m.slug and m.start < mention.start]
        subject = next(iter(others or before or self.recent[-1:]), None)
        person = self.people.persons.get(subject or "")
        roles = [r for r in person.roles if r != "party_leader"] if person else []
        slugs = (self.people.by_title(mention.country, [role]) for role in roles or ["head_of_state"])
        return next((slug for slug in slugs if slug and slug != subject), None)

    def standing_after(self, view: SentenceView, prepositions: tuple[str, ...], place: int) -> list[Mention]:
        """Return the mentions from a place on that stand after one of the prepositions."""
        return [m for m in view.mentions if m.start >= place and m.kind != "he" and view.preposition(m) in prepositions]

    def agents_listed(self, view: SentenceView, agents: list[Mention]) -> list[Mention]:
        """Return the agents with all listed after each: "by A, by B and C"."""
        listed: list[Mention] = []
        for agent in agents:
            listed += [m for m in self.listed_from(view, agent, view.mentions) if m not in listed]
        return listed

    def is_object(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether "her" or "him" is an object: "sent her a message"."""
        return bool(
            re.match(
                r"\s+(?:a|an|the|his|her|their|warm|sincere|heartfelt|best)\s",
                view.body[mention.end : mention.end + 12],
            )
        )

    def zone(
        self, view: SentenceView, place: int, without: Mention | None, *, open_titles: bool = False
    ) -> list[Mention]:
        """Return all who are named from a place on, up to the words that go on to something else."""
        found: list[Mention] = []
        end = place
        for mention in view.mentions:
            if mention.start < place or mention is without:
                continue
            gap = view.body[end : mention.start]
            stop = ZONE_END.search(gap)
            if DECEASED.search(gap) or stop and (found or not open_titles or stop.start() > 200):
                break
            if mention.kind == "he" and (
                found
                or (
                    view.body[mention.start : mention.end].lower() in ("his", "her")
                    and not self.is_object(view, mention)
                )
            ):
                continue
            if mention.kind == "both":
                continue
            if RELATIVES.search(gap):  # "condolences to the widow of Shinzo Abe"
                break
            if found and (not (self.continues(gap) or self.names_office(found[-1], gap)) or self.speaks(view, mention)):
                break
            found.append(mention)
            end = mention.end
        return found

    def names_office(self, last: Mention, gap: str) -> bool:
        """Return whether the words after a title still belong to it: "Chairman of State Affairs of the DPRK Kim"."""
        return last.slug is None and last.kind == "title" and len(gap) < 60 and gap.startswith(" of ")

    def speaks(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether a mention is the subject of what follows: "Writing to Modi, Putin said"."""
        verb = next((t for t in view.by_kind.get("say", []) if t.start >= mention.end), None)
        return (
            verb is not None
            and len(view.body[mention.end : verb.start].split()) <= 2
            and "," not in view.body[mention.end : verb.start]
        )

    def continues(self, gap: str) -> bool:
        """Return whether a list of recipients goes on over the words between two of them."""
        return (
            gap == " "
            or bool(AND.match(gap))
            or (
                not GOES_ON.match(gap)
                and (":" in gap or "," in gap or "–" in gap or " - " in gap or ";" in gap or " and " in gap)
                and not re.search(r"\b(?:said|noted|added|wrote|has|have|had|is|was|were|would|will)\b", gap)
            )
        )

    def subject_after(self, view: SentenceView, place: int) -> list[Mention]:
        """Return the subject of the main clause after an opening one: "Writing to Modi, Putin said"."""
        for mention in view.mentions:
            if mention.start >= place and self.is_subject(view, mention):
                return [mention]
        return []

    def listed_from(self, view: SentenceView, first: Mention, mentions: list[Mention]) -> list[Mention]:
        """Return a mention with all that are listed after it."""
        run = [first]
        for mention in mentions:
            if mention.start > run[-1].start and mention.kind != "he":
                gap = view.body[run[-1].end : mention.start]
                if not AND.match(gap) and not (gap == " " and run[-1].plural):  # "Presidents Putin and Rahmon"
                    break
                run.append(mention)
        return run

    def crossed(self, view: SentenceView, senders: list[Mention], recipients: list[Mention]) -> list[Pair]:
        """Return each sender with each recipient, or one with one where the sentence says "respectively"."""
        sources = self.slugs(view, senders)
        return self.paired(view, sources, self.slugs(view, recipients, sources))

    def paired(self, view: SentenceView, senders: list[str], recipients: list[str]) -> list[Pair]:
        """Return each sender with each recipient, or one with one where the sentence says "respectively"."""
        targets = [slug for slug in recipients if slug not in senders]
        if RESPECTIVELY.search(view.text) and len(senders) == len(targets) > 1:
            return list(zip(senders, targets, strict=True))
        return self.crossed_slugs(senders, targets)

    def crossed_slugs(self, senders: list[str], recipients: list[str]) -> list[Pair]:
        """Return each sender with each recipient."""
        return [(a, b) for a in senders for b in recipients if a != b]
