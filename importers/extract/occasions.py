"""Occasions: what leaders write for, by the words of the sentence that tells of their writing."""

import re

from importers.extract.anniversaries import Anniversary
from importers.lexicon import Lexicon, fold
from importers.parse.dates import A_MONTH

GREETING = r"(?:greet|congrat|felicit|message|wish|letter|telegram|cable|card|well-wish|note)"
NEW_YEAR = (
    r"(?<!lunar )(?<!chinese )(?<!islamic )new[ -]year(?:'?s?(?: eve)?)?(?:'s)?"
    rf"[^\w']+(?:[\w']+[^\w']+){{0,4}}?{GREETING}"
    rf"|{GREETING}\w*[^\w']+(?:[\w']+[^\w']+){{0,8}}?(?:new year|year's end"
    rf"|for (?:the )?(?:year |coming |upcoming )*20\d\d)\b"
    rf"|wish\w*[^\w']+(?:[\w']+[^\w']+){{0,5}}?in 20\d\d\b"
    r"|happy new year|(?<!lunar )(?<!chinese )(?<!islamic )new year"
)

# In the order in which they are tried; the first that the sentence has is its occasion.
PATTERNS = [
    (slug, re.compile(pattern))
    for slug, pattern in (
        ("condolence",
            r"\bcondol|\bsympath(?:y|ies)\b(?!.{0,80}(?:recover"
            r"|infect|covid|illness))(?!.{0,200}(?:tested positive|diagnos|surgery))"
            r"|\bmourn|\bgrie[fv]|\bdeepest sorrow"
            r"|\bdeep sorrow"),
        ("get-well",
            r"\b(?:speedy|early|quick|swift|full|fast|prompt|rapid"
            r"|complete)\W+(?:and \w+ )?recover|\brecover (?:soon"
            r"|quickly|early)|\bget[- ]well|\btested positive"
            r"|\bgood health after|\billness\b|\bdiagnosed with|\bdiagnosis\b"),
        ("new-year", rf"\b(?:{NEW_YEAR})"),
        ("spring-festival", r"\bspring festival|\blunar new year|\bchinese new year|\btet\b|\bseollal"),
        ("birthday", r"\bbirthday|\bjubilee birthday|\bbirth anniversary of (?:his|her)"),
        ("party-congress",
            r"\bparty congress|\b\d+(?:st|nd|rd|th) (?:\w+ ){0,2}congress"
            r"|\bnational congress of the\b|\b(?:re-?)?elect(?:ed"
            r"|ion)\b.{0,60}\b(?:general secretary|secretary general"
            r"|first secretary|party chief)|\bgeneral secretary\b.{0,50}\b(?:re-?)?election"
            r"|\bcongress of the\b.{0,60}\bparty"),
        ("election",
            r"\b(?:re-?)?elect(?:ed|ion|oral)|\bwinning\b.{0,40}\b(?:vote"
            r"|poll|presiden)|\bwon the\b.{0,40}\b(?:vote|poll"
            r"|presiden)|\bvictory in the\b.{0,40}\b(?:vote|poll"
            r"|presiden|parliament|general)"
            r"|\b(?:congrat|felicit|greet).{0,140}\bpresident-elect|\bpresident-elect\b.{0,140}(?:congrat|felicit)"
            r"|\bpoll (?:win|victory)|\bat the polls"),
        ("accession",
            r"\baccession to the throne|\bcoronation|\benthron"
            r"|\bascen(?:t|sion|ded|ding)\b.{0,20}\bthrone|\bproclaimed king"
            r"|\bbecoming (?:king|emir|sultan|emperor)"),
        ("inauguration",
            r"\binaugurat(?:ion|ed) (?:as|of (?:his|her|president)"
            r"|ceremony)|\b(?:his|her|presidential) inauguration"
            r"|\bassum(?:ed|es|ing|ption)\b.{0,24}\b(?:office"
            r"|post|duty|duties|presidency|premiership|position"
            r"|chair)|\btak(?:ing|en|es|e)\b.{0,14}\boffice|\btook office"
            r"|\bsw(?:orn|earing)[- ]in|\boath of office|\bappoint(?:ed"
            r"|ment)|\bnew (?:post|position)|\btaking up|\bconfirm(?:ed"
            r"|ation) as|\bbecoming (?:president|prime minister"
            r"|premier)|\bbec(?:ame|omes|ome) (?:[\w']+ ){0,3}(?:president|prime minister|premier|chancellor)"
            r"|\binauguration"),
        ("religious-feast",
            r"\beid\b|\bramadan|\bchristmas|\beaster\b|\bn(?:ow|oo|av|ov)ruz"
            r"|\bnauryz|\bnorouz|\bdiwali|\bdeepavali|\bvesak"
            r"|\bhijri|\bislamic new year|\bprophet'?s? (?:\w+ )?birthday"
            r"|\brosh hashan"),
        ("sports-event", r"\bolympic|\bworld cup|\basian games|\bhost(?:ing)? of the\b.{0,30}\bgames|\bparalympic"),
        ("achievement",
            r"\b(?:successful|success of the|succe(?:ss|eded))\b.{0,40}\b(?:launch"
            r"|test|landing|mission|flight|docking|completion)"
            r"|\bspace(?:craft| station| mission| flight)|\bsatellite"
            r"|\bmoon landing|\blanding (?:of|on)\b|\blunar (?:probe|mission)|\bscientific (?:success"
            r"|feat)"),
        ("party-anniversary",
            r"\b(?:founding|foundation|birth|establishment|anniversary)\b.{0,40}\bparty\b"
            r"|\bparty\b.{0,40}\b(?:founding|foundation) anniversary"
            r"|\bparty'?s? (?:\w+ )?anniversary|\b(?:wpk|cpc|cpv"
            r"|lprp)\b.{0,30}\b(?:founding|anniversary)"),
        ("liberation-day",
            r"\bliberation (?:day|of korea)|\bday of (?:\w+ )?liberation"
            r"|\bkorea'?s? liberation|\banniversary of\b.{0,30}\bliberation\b"),
        ("war-anniversary",
            r"\bpeople'?s volunteers|\bkorean armistice|\bfatherland liberation war"
            r"|\b(?:anniversary of the )?battle of|\bentry into the korean"),
        ("victory-day",
            r"\bvictory day|\bvictory (?:in|over|of)\b.{0,60}\b(?:war"
            r"|fascis|nazi|japan|aggression)|\bend of (?:the )?(?:world"
            r"|second|great)\b.{0,24}\bwar|\bday of victory|\bwar victory"),
        ("diplomatic-anniversary",
            r"\bdiplomatic (?:relation|tie|link|relationship|recognition"
            r"|contact)|\banniversary of (?:the )?(?:\w+[- ]){0,3}(?:bilateral )?(?:ties"
            r"|relations|relationship|friendship)\b|\b(?:years"
            r"|decades|century) of (?:[\w-]+ ){0,3}(?:ties|relations"
            r"|diplomacy)|\bformal (?:ties|relations)|\bestablish\w* of (?:\w+ )?(?:ties"
            r"|relations)|\banniversary of\b.{0,60}\bestablishing (?:\w+ )?(?:ties"
            r"|relations)"),
        ("treaty-anniversary",
            r"\banniversary\b.{0,120}\b(?:treaty|agreement|communiqu"
            r"|declaration|pact|charter|protocol|accord)|\b(?:treaty"
            r"|agreement|communiqu\w*|pact)\b.{0,40}\banniversary"),
        ("partnership-anniversary", r"\banniversary\b.{0,80}\bpartnership|\bpartnership\b.{0,30}\banniversary"),
        ("national-day",
            r"\b(?:national|independence|republic|russia|constitution"
            r"|statehood|sovereignty|unity|state|australia|canada"
            r"|bastille|pakistan|victory and national|union|revolution"
            r"|unification|founding|foundation|renaissance|democracy"
            r"|reunification) day\b|\bfounding anniversary|\b(?:founding"
            r"|foundation|establishment|proclamation|independence"
            r"|unification) of (?:the |his |her )?(?:[\w'-]+ ){0,6}(?:republic"
            r"|state|kingdom|federation|country|prc|dprk|china"
            r"|nation)|\bday of (?:the )?(?:republic|independence"
            r"|russia|unity|the state)|\b(?:anniversary|jubilee) of\b.{0,50}\bindependence"
            r"|\bindependence (?:anniversary|celebrat)|\bnational (?:holiday"
            r"|celebration)|\banniversary of\b.{0,40}\b(?:revolution"
            r"|republic)\b|\b\w+ (?:republic|people's republic"
            r"|prc|dprk)'?s? (?:\d+\w+ )?(?:founding )?anniversary"
            r"|\b(?:country|nation|state|republic|dprk|prc|china)'?s?'? (?:founding"
            r"|foundation|establishment|independence)\b"),
        ("national-tragedy-anniversary", r"\banniversary of (?:the |his |her )?(?:death|passing|demise)"),
        ("event-opening",
            r"\bopening (?:ceremony )?of|\blaunch of|\binauguration of the"
            r"|\bcommencement|\bcompletion of|\binauguration\b.{0,40}\b(?:railway"
            r"|line|bridge|plant|year)"),
        ("solidarity",
            r"\bsolidarity|\bfight(?:ing)? (?:against )?(?:the )?(?:covid"
            r"|coronavirus|epidemic|pandemic|outbreak)|\bcoronavirus outbreak"
            r"|\bepidemic"),
        (
            "verbal-message",
            r"\bverbal message|\bhandwritten letter|\bpersonal letter|\bhand-?delivered|\bsigned letter",
        ),
        ("visit-thanks",
            r"\b(?:message|letter|cable|telegram)s? of (?:thanks|gratitude|appreciation)"
            r"|\bthank(?:s|ed|ing)?\b.{0,60}\b(?:visit|hospitality"
            r"|congratulat|greetings|message)|\breply message"
            r"|\breplied to|\bin reply|\binvit(?:ed|ing|ation)"),
    )
]  # fmt: skip

# What stands before an anniversary for which messages are sent: "congratulated him on the 70th anniversary".
IS_FOR = re.compile(
    rf"\b(?:on(?! (?:{A_MONTH}|\d))"
    r"|for|over|upon|mark\w*|celebrat\w*|commemorat\w*|observ\w*|occasion|dedicated|coincid\w*|honou?r\w*)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
# What an anniversary of a milestone of each kind is an occasion of.
OF_MILESTONE = {
    "diplomatic_relations": "diplomatic-anniversary",
    "treaty": "treaty-anniversary",
    "partnership": "partnership-anniversary",
    "state_founded": "national-day",
    "party_founded": "party-anniversary",
    "war_end": "victory-day",
}
# Occasions that come with other words on the same day; the words decide, not an anniversary named beside them.
STRONGER = frozenset(
    {
        "condolence",
        "get-well",
        "new-year",
        "birthday",
        "spring-festival",
        "election",
        "inauguration",
        "accession",
        "party-congress",
        "liberation-day",
        "war-anniversary",
    }
)
# What messages for anything else speak of too: the occasion only where the report tells of no other.
INCIDENTAL = frozenset({"solidarity", "visit-thanks", "event-opening"})


def occasion_of(
    text: str, anniversaries: list[Anniversary], lexicon: Lexicon
) -> tuple[str | None, str | None, int | None]:
    """Return the occasion that a stretch of text tells of, and the milestone and ordinal where it is an anniversary."""
    folded = fold(text)
    by_words = next((slug for slug, pattern in PATTERNS if pattern.search(folded)), None)
    if by_words in STRONGER:
        return by_words, None, None
    for told in anniversaries:
        if told.milestone:
            slug = OF_MILESTONE.get(lexicon.milestones[told.milestone].kind) or by_words
            if slug:
                return slug, told.milestone, told.ordinal
    if by_words == "treaty-anniversary" and "anniversar" not in folded:
        return None, None, None
    return by_words, None, anniversaries[0].ordinal if anniversaries and by_words else None


def only_mentions(text: str, place: int, anniversaries: list[Anniversary]) -> bool:
    """Return whether a sentence that begins at a place speaks of anniversaries, but not as what is written for."""
    return bool(anniversaries) and not any(
        IS_FOR.search(text, max(0, told.start - place - 80), told.start - place) for told in anniversaries
    )
