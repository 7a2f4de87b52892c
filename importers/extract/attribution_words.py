"""The words by which sentences say who is speaking."""

import re

from importers.parse.dates import A_WEEKDAY

ADVERB = (
    r"(?:also|further|then|later|again|once more|added|has"
    r"|have|had|in turn|however|therefore|likewise|for (?:his"
    r"|her) part|on (?:his|her) part|on Monday|on Tuesday"
    r"|on Wednesday|on Thursday|on Friday|on Saturday|on Sunday"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|today|yesterday|himself|herself|warmly|sincerely|too|in (?:his"
    r"|her|the|a) (?:\w+ )?(?:message|letter|telegram|cable"
    r"|note|greetings?|turn)(?: (?:dated|of|on) (?:[A-Z]\w+ \d\d?|\d\d? [A-Z]\w+|\w+day))?|\w+ly|who|and|is|was)"
)
ADVERBS = re.compile(rf"\s*,?\s*(?:,?\s*{ADVERB}\b,?\s*){{0,4}}$", re.IGNORECASE)
APART = re.compile(r"[,;:\"“”]|\bthat\b")
IMPERSONAL = re.compile(rf"\s*,?\s*(?:,?\s*{ADVERB}\b,?\s*|of {A_WEEKDAY}\s*){{0,4}}$", re.IGNORECASE)
OWNED = re.compile(r"^['’]s?\s+(?:\w+\s+){0,3}(?:message|letter|telegram|cable|greetings?|note)\b", re.IGNORECASE)
TOGETHER = re.compile(r"^\s*,?\s*(?:and|as well as|together with|along with)\s+(?:(?:the|his|her)\s+)*$", re.IGNORECASE)
ASIDE = re.compile(
    r"^\s*[,(—–-].{2,160}[,)—–-]\s*(?:in (?:his|her|a|the) (?:\w+ )?(?:message|letter|telegram|cable|note|greetings?)"
    r"(?: (?:dated|of|on) [\w ]{3,16}?)?,?\s+)?(?:\w+ly\s+|also\s+)?$",
    re.DOTALL,
)
# Verbs after which a name is whom they concern: "told Xi" is not said by Xi.
TAKES_OBJECT = re.compile(
    r"^(?:told|tell|assur|thank|ask|urg|remind|inform|invit|call|prais|hail|welcom|regard|describ|commend|consider"
    r"|mention|congrat|credit|applaud|laud|remember|mourn|admir|compliment)"
)
ACCORDING_TO_MESSAGE = re.compile(r"According to (?:the|his|her) (?:\w+ )?(?:message|letter|telegram|cable|note)\b")
ACCORDING = re.compile(r"\b(?:according to|in the words of) (?:the )?$", re.IGNORECASE)
MESSAGE_FROM = re.compile(
    r"\b(?P<verb>reads|says|said|read) (?:the|his|her|a) (?:\w+ )?(?:message|letter|telegram|cable|greetings?)"
    r" (?:from|of) (?:the )?$|\bthe (?:\w+ )?(?:message|letter|telegram|cable|greetings?) (?:from|of) (?:the )?$",
    re.IGNORECASE,
)
READS_ON = re.compile(r"\s*,?\s*(?:reads|read|runs|says|said|states|stated|noted|notes|stressed|stresses)\b")
OPENS_QUOTE = re.compile(r"\s*:\s*[\"“]")
PASSIVE_SENDING = re.compile(r"\b(?:was|were|been|be) \w*(?:sent|delivered|conveyed|addressed)$|\bsent$")
ANOTHER = re.compile(
    r"\b(?P<before>[A-Z][a-z]+ [A-Z][a-z]+)(?:, [^,]{3,140},)? (?:said|told|says|added|explained|noted)\b"
    r"|[,\"”] (?:said|says|added|explained) (?P<after>[A-Z][a-z]+ [A-Z][a-z]+"
    r"|(?:a|an|one|another) (?:[\w-]+ ){0,4}?(?:officials?|diplomats?|analysts?|experts?|professors?|researchers?"
    r"|scholars?|sources?|observers?|economists?|historians?|traders?|lawmakers?|ministers?|ambassadors?))\b"
)
NOT_SAID = re.compile(
    r"\b(?:yet|declined|refused|failed|omitted) to $"
    r"|\b(?:did|does|has|have|had) ?(?:not|n['’]t|never) (?:\w+ly |even )?$"
)
OF_SPEECH = re.compile(
    r"(?:say|said|mention|comment|announce|name|refer|explain|confirm|speak|spoken|tell|reply|replied)"
)
# "The message came a month after Xi thanked Kim": what went before the message is no part of it.
PAST_CLAUSE = re.compile(r"\b(?:days?|weeks?|months?|years?)\s+(?:after|before|since)\s+(?:the\s+)?$", re.IGNORECASE)
IN_WORDS_OF = re.compile(r"['’]s? (?:own )?words\b")
SAYS_NO_MORE = re.compile(r"^\s*(?:$|[.,;:]|(?:in|on|at|to|from|with|of|during|after)\b)")
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being)\s+(?:\w+ly\s+|also\s+|too\s+)?$", re.IGNORECASE)
QUOTED = re.compile(r"(?:quoted|cited|reported)\b")  # "was quoted as saying": whoever is quoted speaks
PAST_FORM = re.compile(r"\w+ed$|(?:told|sent|given|paid)$")
# A relative clause tells what its head says, whatever part that has in the sentence: "from Xi, who proposed".
WHO = re.compile(r"\s*,?\s+who\s+(?:also\s+|further\s+|in turn\s+|then\s+)?$")
JUDGING = re.compile(r"(?:hailing|calling|describing|praising)$")  # "sent a message, calling him a friend"
TO_SOMEBODY = re.compile(r"\s+to\s(?!.*(?:\bthat\b|\bsaying\b|\bto say\b|[:\"“]|\w+ing\b))")
IN_MESSAGE_TO = re.compile(
    r"\s*,?\s*in (?:his|her|a|an) (?:[\w-]+ ){0,3}(?:message|letter|telegram|cable|note|greetings?)"
    r" (?:addressed )?to [^,.;]{2,80},?\s*$"
)
# Words for the press, and orders: what is told to them is no message.
TO_OTHERS = re.compile(
    r"\s+(?:(?:reporters|journalists|(?:the )?(?:press|media|crowds?|nation|parliament))\b|a (?:press|news)\b"
    r"|(?:the|his|her) (?:\w+ ){0,2}(?:ministry|ministries|government|cabinet|officials|ministers?|agencies)"
    r" to [a-z]+ )",
    re.IGNORECASE,
)
DEEDS = {
    "told": TO_OTHERS,
    "declared": re.compile(r".{1,40}?\b(?:a|an) (?:\w+ )?(?:day|state|week|holiday|emergency)\b"),
}
# "says the message of greetings", "reads the telegram to Rahmon"
MESSAGE_BEHIND = re.compile(
    r"\s+(?:the|his|her) (?:\w+ ){0,2}?(?:message|letter|telegram|cable|greetings)\b(?! (?:from|of)\b(?! greet))"
)
RELEASED = re.compile(r"^,\s[^,\"“”]{3,90},\s(?:also\s|further\s|\w+ly\s)?$")
NOT_TOLD = re.compile(
    r"^What\b.{3,80}\b(?:not|never|yet to be) (?:\w+ )?(?:disclosed|known|published|released|made|told)"
    r"|^[^,\"“]{0,40}\b(?:reply|answer|message|letter|text|contents)\b[^,\"“]{0,20}\b(?:not|never|yet to be)"
    r" (?:\w+ )?(?:disclosed|known|published|released|made public)"
)
FURTHER = re.compile(r"(?:\band|,)\s+(?:also\s+)?$")
SAID_AFTER = re.compile(r"[,\"”'’?!]\s*$")
WEAK = re.compile(
    r"^(?:express|voic|mourn|celebrat|call|hail|thank|welcome"
    r"|agree|condemn|congrat|wish|extend|convey|read|ask|attach"
    r"|announc)",
    re.IGNORECASE,
)
# What makes telling of the weakest verbs: "expressed the hope that", "voiced his conviction".
OPINION = re.compile(
    r"\s+(?:(?:the|his|her|a|firm|strong|full|sincere)\s+){0,3}(?:hope|conviction|confidence|certainty|belief|readiness"
    r"|willingness|determination|satisfaction)\b",
    re.IGNORECASE,
)
SOURCE_SUBJECT = re.compile(
    r"^(?:[\"“]?(?:the|a|an|one|its|their|his|her)?\s*)(?:[\w'’-]+\s+){0,4}?(?:agency"
    r"|ministry|embassy|report|reports|kremlin|spokes\w+|analysts?"
    r"|observers?|experts?|media|newspaper|broadcaster|daily"
    r"|dispatch|officials?|statement from|press service|press secretary"
    r"|commentators?|television|TV|website|source|sources"
    r"|critics|data|figures|customs)\b",
    re.IGNORECASE,
)
