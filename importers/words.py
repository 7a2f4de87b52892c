"""The language of such reports: the words by which reading finds who writes to whom, who speaks, and of what.

Words of countries, leaders, themes, milestones and occasions are reference data and live in the database; these are
the words of English itself, by kind and meaning. Phrases are parted by semicolons.
"""

from collections.abc import Mapping


def listed(text: str) -> list[str]:
    """Return the phrases of a text in which semicolons part them."""
    return [" ".join(phrase.split()) for phrase in text.split(";") if phrase.strip()]


def inflected(text: str) -> list[str]:
    """Return regular verbs in the forms that reports tell with; the bare form is too often a noun (state, hope)."""
    forms = []
    for verb in listed(text):
        stem = verb[:-1] if verb.endswith("e") else verb
        ends_in_y = verb.endswith("y") and verb[-2] not in "aeo"
        past = verb[:-1] + "ied" if ends_in_y else stem + "ed"
        third = verb[:-1] + "ies" if ends_in_y else verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")
        forms += [third, past, stem + "ing"]
    return forms


# Verbs by which somebody tells what somebody says.
SAY = listed(
    """
        said; says; saying; say; told; tells; telling; wrote; writes; writing; went on; goes on; spoke; speaks;
        pointed out; points out; pointing out; pointed to; points to; spoke of; speaks of; paid tribute; made
        clear; put it; read; reads; went on to say; thought; thinks; holds; held that; dwells on; dwelt on; sees;
        saw; drew attention; runs; run
    """
) + inflected(
    """
        note; stress; add; emphasize; emphasise; underline; underscore; highlight; remark; state; declare;
        affirm; reaffirm; reiterate; recall; mention; observe; continue; conclude; assure; believe; hope; trust;
        express; voice; vow; pledge; promise; acknowledge; recognize; recognise; appreciate; praise; hail; laud;
        commend; applaud; describe; call; urge; ask; propose; suggest; announce; confirm; explain; warn; insist;
        maintain; predict; expect; look forward; thank; welcome; regard; consider; value; prize; treasure;
        attach; credit; remember; comment; agree; condemn; mourn; celebrate; reflect; review; note with
        satisfaction; claim; argue; reply; respond; point; list; request; compliment; admire; enumerate;
        reassure; speak highly; signal; encourage; desire; seek; aim; intend; plan; evoke; name; refer
    """
)

# Verbs that stand for saying only with what a message does: greet, wish, console.
GREET = listed(
    """
        wished; wishes; wish; wishing; sent; send; sends; sending; gave; paid; asked; bade
    """
) + inflected(
    """
        extend; convey; offer; deliver; greet; congratulate; invite; felicitate; condole; salute; sympathize;
        sympathise; address; forward; transmit; honor; honour; pray; share; stand ready; grieve; support; look
    """
)

# Being of a mind: "is ready", "stands ready", "is willing".
MIND = listed(
    """
        stands ready; stand ready; stood ready; is ready; was ready; is willing; was willing; is confident; was
        confident; is convinced; was convinced; is satisfied; was satisfied; is deeply satisfied; is pleased;
        was pleased; is glad; was glad; is delighted; was delighted; is sure; was sure; is certain; was certain;
        is prepared; was prepared; would like; is happy; was happy; wants; wanted; looks to; looked to; looks
        forward; looked forward; is looking forward; was looking forward; is deeply saddened; was deeply
        saddened; is saddened; was saddened; was shocked; is shocked; was sad; is proud; was proud; is grateful;
        was grateful; is determined; was determined; is committed; was committed; takes pride; took pride; takes
        joy; takes note; took note; sets great store; puts great weight; put great weight; lays great store;
        gives great; has great; had great; set great store; laid stress; lays stress; laid emphasis; places
        great; placed great; pays great; paid great; attaches; attached; feels; felt; made the remarks; made the
        remark; made the pledge; made the comments; was quoted; is quoted; was reported; was cited; gave credit;
        had confidence; has confidence; has full confidence; rejoiced; is deeply grieved; was deeply grieved
    """
)

# Family names that are other words so much oftener that they are read only as part of a full name.
NO_FAMILY_NAMES = frozenset(
    listed(
        """
        a; an; brown; day; english; friday; hope; king; long; march; may; no; peace; power; price; prince; so; the;
        young
        """
    )
)

# Third persons that are plural nouns oftener than verbs.
NO_VERBS = frozenset(
    listed(
        """
        aims; calls; claims; comments; credits; desires; lists; plans; points; prizes; requests; reviews; states;
        thanks; treasures; values
        """
    )
)

WORDS: Mapping[str, Mapping[str, list[str]]] = {
    "talk": {
        "talk": listed(
            """
                phone; telephone; telephoned; phoned; call; calls; called; video; video call; talks; held a
                meeting; met; meeting; conversation; conversations; press conference; reception; tweet; tweeted;
                tweets; facebook; social media; personally; asked; asking
            """
        ),
    },
    "say": {"say": [word for word in SAY if word not in NO_VERBS], "greet": GREET, "mind": MIND},
    "message": {
        "message": listed(
            """
                message; messages; letter; letters; telegram; telegrams; cable; cables; greeting; greetings;
                congratulation; congratulations; congratulatory; felicitations; felicitation; condolence;
                condolences; sympathy; sympathies; well-wishes; good wishes; best wishes; wishes; wish; greeting
                card; greeting cards; card; cards; note of; notes of; regards; missive; missives;
                a reply; his reply; her reply; the reply;
                his address to; her address to; their address to
            """
        ),
    },
    "mutual": {
        "exchange": listed(
            """
                exchanged; exchange; exchanges; exchanging; have exchanged; swapped; swap; swapping; traded;
                trade; sent each other; send each other; sent one another; congratulated each other;
                congratulate each other; congratulated one another; wished each other; wish each other; wished
                one another; greeted each other; wrote to each other; wrote each other; wrote to one another;
                writing to each other; wrote to congratulate each other; to each other; to one another; each
                other; one another; between them; mutual; did the same; did likewise
            """
        ),
    },
    "send": {
        "send": listed(
            """
                sent; send; sends; sending; has sent; have sent; dispatched; cabled; cabling; wrote; wrote to;
                writes to; written to; writing to; wired; addressed; addressing; handed; forwarded; transmitted;
                posted; penned; directed; signed; went to; goes to; was sent; were sent; been sent; went out to;
                delivered; delivers; delivering
            """
        ),
        "extend": listed(
            """
                extended; extends; extending; extend; conveyed; conveys; conveying; convey; offered; offers;
                offering; offer; expressed; expresses; expressing; express; gave; passed on; voiced; presented;
                tendered; paid; shared; issued
            """
        ),
        "congratulate": listed(
            """
                congratulated; congratulates; congratulating; congratulate; has congratulated; felicitated;
                felicitates; greeted; greets; hailed; to congratulate; was congratulated; were congratulated;
                condoled; condoles; condoling; to condole; consoled; greeting; felicitating
            """
        ),
        "wish": listed(
            """
                wished; wishes; wishing; wish
            """
        ),
        "receive": listed(
            """
                received; receives; has received; have received; receiving; got; gets; was sent; has got; was
                given; came from; have come from; has come from; had come from; have come to; arrived from
            """
        ),
        "thank": listed(
            """
                thanked; thanks; thanking; replied; replies; reply
            """
        ),
    },
    "title": {
        "head_of_state": listed(
            """
                president; presidents; head of state; heads of state; head of the state; chief of state;
                president-elect; state president; acting president; interim president; transitional president;
                president of the republic; governor-general; governor general; captain regent; captains regent
            """
        ),
        "head_of_government": listed(
            """
                prime minister; prime ministers; premier; premiers; chancellor; head of government; heads of
                government; head of the government; taoiseach; pm; prime minister-elect; acting prime minister;
                interim prime minister; caretaker prime minister; chief adviser; chief executive
            """
        ),
        "monarch": listed(
            """
                king; queen; emperor; empress; emir; amir; sultan; his majesty; her majesty; his royal highness;
                his highness; grand duke; custodian of the two holy mosques; monarch; sovereign; yang di-pertuan
                agong; the king; pope; prince; ruler
            """
        ),
        "party_leader": listed(
            """
                general secretary; party general secretary; first secretary; party chief; party leader; supreme
                leader; top leader; paramount leader; top party leader; chairman of the state affairs
                commission; president of the state affairs; president of state affairs
            """
        ),
        "leader": listed(
            """
                leader; leaders; heads; top leaders; state leader; head of; head of the; statesman; statesmen
            """
        ),
        "other": listed(
            """
                crown prince; vice president; vice-president; deputy prime minister; vice premier; foreign
                minister; foreign ministers; minister of foreign affairs; defence minister; defense minister;
                speaker; parliament speaker; chairman of the state great khural; speaker of the state great khural;
                chairman of the milli majlis; speaker of the milli majlis; chairman of the mazhilis;
                chairman of the senate; chairwoman of the senate; president of the senate; speaker of the senate;
                president of the national assembly; speaker of the national assembly; speaker of the parliament;
                chairman of the parliament; president of the parliament; speaker of parliament;
                chairman of the house of representatives; speaker of the house of representatives;
                speaker of the house; chairman of the state duma; speaker of the state duma;
                chairman of the federation council; chairwoman of the federation council;
                speaker of the federation council; president of the national council; chairman of the national
                council; chairman of the shura council; speaker of the shura council;
                chairman of the national assembly; national assembly chairman;
                chairwoman; chairman; chairperson; chair; secretary-general; secretary general; un
                secretary-general; first lady; governor; minister; director-general; director general; secretary
                of state; state councilor; state councillor; state counsellor; ambassador; spokesperson;
                spokesman; spokeswoman; deputy chairman; premier-designate; former president; former prime
                minister; patriarch
            """
        ),
        "counterpart": listed(
            """
                counterpart; counterparts; opposite number
            """
        ),
    },
    "he": {
        "m": listed(
            """
                he; his; him
            """
        ),
        "f": listed(
            """
                she; her
            """
        ),
    },
    "both": {
        "both": listed(
            """
                they; the two presidents; the two leaders; both leaders; the two sides; both sides; the leaders;
                the two heads of state; the two premiers; both presidents; both men; the two prime ministers;
                the two men; the pair; the two countries; both countries; the two statesmen; the presidents;
                both premiers
            """
        ),
    },
    "source": {
        "source": listed(
            """
                according to; KCNA; TASS; Xinhua; Yonhap; Reuters; AFP; RIA Novosti; Interfax; Kyodo; IRNA;
                Sputnik; the Associated Press; BSS; the agency said; dispatch; news agency; the agency; the
                ministry; foreign ministry; ministry of foreign affairs; spokesperson; spokesman; spokeswoman;
                analysts; analyst; observers; experts; expert; state media; official media; reported; reports
                said; the report; statistics; customs figures; the figures; data showed; administration of
                customs; the kremlin; kremlin; press service; press secretary; presidential office; the embassy;
                ambassador; the newspaper; broadcaster; the statement said; officials; official said; in a
                statement; economists; critics; scholars; professor; researcher; local media; sources
            """
        ),
    },
    "relations": {
        "relations": listed(
            """
                diplomatic relations; diplomatic ties; diplomatic relationship; diplomatic links; bilateral
                diplomatic ties; bilateral diplomatic relations; ties of diplomacy; diplomatic recognition;
                formal ties; formal relations; official relations; diplomatic contacts; diplomatic relations at
                ambassadorial level
            """
        ),
        "ties": listed(
            """
                ties; relations; relationship; bilateral ties; bilateral relations
            """
        ),
    },
    "trade noun": {
        "total": listed(
            """
                bilateral trade volume; trade volume; trade turnover; bilateral trade; two-way trade; trade;
                mutual trade; volume of trade; commerce; trade exchanges; trade exchange; goods turnover;
                commodity turnover; turnover; import-export turnover; trade value; trade between; merchandise
                trade; goods trade; volume of bilateral trade; commercial exchange; commercial exchanges;
                exchange of goods; exchange of commodities; mutual deliveries; mutual supplies; reciprocal trade;
                goods worth; products worth
            """
        ),
        "export": listed(
            """
                exports; export; exported; shipments; sales to; shipments to; shipped; exporting;
                sold goods; selling goods; sold products
            """
        ),
        "import": listed(
            """
                imports; import; imported; purchases from; shipments from; bought; importing; bought goods; buying goods
            """
        ),
    },
    "record": {
        "record": listed(
            """
                record high; a record; highest figure ever; highest figure; highest yet; biggest ever; largest
                ever; never before; as never before; highest mark; highest point; new record; all-time record;
                record level; record levels; record highs;
                new high; new highs; new heights; a new height; historic high; historical high; all-time high;
                highest level; highest ever; highest on record; record-breaking; record volume; record figure;
                records; record; new historical high; highest in history; historic maximum; historical maximum;
                unprecedented level; never been higher; more than ever; new peak; peak; best ever; historic
                record
            """
        ),
    },
    "rise": {
        "growth": listed(
            """
                grew; grown; grow; growing; growth; rose; risen; rise; rising; increase; increased; increasing;
                jumped; jump; jumping; surged; surge; soared; up; climbed; gained; expanded; expansion; soaring;
                shot up; went up; gone up; above; higher; leapt; leaped; boost; added; more than in; swelled;
                advanced; rocketed; skyrocketed; ballooned; rebounded; climb; climbing; spiked; gain; gains; swelling;
                doubled; tripled; trebled; quadrupled; multiplied; leap
            """
        ),
        "decline": listed(
            """
                fell; fallen; fall; falling; declined; decline; dropped; drop; decreased; decrease; shrank;
                shrunk; down; slipped; contracted; plunged; tumbled; slid; below; lower; dipped; reduced; sank;
                plummeted; slumped; slump; collapsed; shrinking; slide; sliding; contraction; halved; retreated;
                declining; dropping; plunge; dip
            """
        ),
    },
}
