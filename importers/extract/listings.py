"""Listings: who stands together in a sentence, as subjects of a verb or as those to whom something goes."""

import re
from itertools import pairwise

from importers.extract.people import Mention
from importers.extract.sentence_view import SentenceView

AND = re.compile(
    r"^(?:\s*\([^()]{2,20}\))?\s*(?:,|;|,?\s*and|,?\s*as well as|&|,?\s*along with"
    r"|,?\s*together with|,?\s*and also)\s+(?:(?:the|his|her"
    r"|to|its|also|both|of|us|u\.s\.|with|then)\s+)*$",
    re.IGNORECASE,
)
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
RELATIVES = re.compile(
    r"\b(?:famil(?:y|ies)|relatives|widow|wife|husband|mother|father|parents|sons?|daughters?|children|brothers?|sisters?"
    r"|friends|victims) of (?:the )?(?:late |former )*$"
)
# "congratulated Vance, Trump's running mate": the one whose name stands in the genitive is not the one written to.
WHOSE = re.compile(
    r"[’']s (?:\w+ )?(?:mate|wife|husband|son|daughter|brother|sister|successor|predecessor|aide|envoy|deputy|rival)\b"
)
LEFT_OUT = re.compile(r"\b(?:but not|except|excluding|other than|unlike)\b")
DECEASED = re.compile(
    r"\b(?:over|on|upon|following|after|for) (?:the |his |her )?(?:\w+ )?"
    r"(?:death|passing|demise|loss|killing|assassination|murder)\b"
)
SUBJECT_PRONOUNS = frozenset(("he", "she"))
PREDICATE = re.compile(r"\b(?:is|was|as|became|being)\s+(?:also\s+)?(?:the\s+)?$", re.IGNORECASE)


class Listings:
    """Finds the mentions of a sentence that belong together."""

    def subjects(self, view: SentenceView, place: int) -> list[Mention]:
        """Return the subject named last before a verb, with all that are listed with it."""
        run: list[Mention] = []
        beside = self.titles_beside(view)
        for mention in reversed(
            [m for m in view.mentions if m.start < place and m.start not in beside and self.is_subject(view, m)]
        ):
            if run and not self.is_listed(view, mention, run):
                break
            run.insert(0, mention)
        return run

    def titles_beside(self, view: SentenceView) -> set[int]:
        """Return where bare titles begin that are those of a name beside them, in its own right nobody's.

        "Salman, Crown Prince and Prime Minister, sent", "Vice Premier and Foreign Minister Son sent".
        """
        found: set[int] = set()
        if not any(m.kind == "title" and not m.slug for m in view.mentions):
            return found
        of_name = False
        for before, mention in pairwise(view.mentions):
            gap = view.body[before.end : mention.start]
            bare = mention.kind == "title" and not mention.slug and not mention.plural
            of_name = bare and (before.kind == "name" or of_name) and gap in (", ", " and ", ", and ")
            if of_name and not (before.kind == "name" and gap == " and "):
                found.add(mention.start)
            bare = before.kind == "title" and not before.slug and not before.plural
            if (
                bare
                and mention.kind == "name"
                and gap == " and "
                and view.body[before.start - 4 : before.start] != "the "
                and not view.body.startswith(("His ", "Her "), before.start)
            ):
                found.add(before.start)
        return found

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
            if DECEASED.search(gap) or (stop and (found or not open_titles or stop.start() > 200)):
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
            if gap.endswith(", ") and WHOSE.match(view.body, mention.end):
                break
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
                and not LEFT_OUT.search(gap)
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
