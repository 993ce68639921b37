"""Ordinary English words that are also written as names. Knows nothing of any archive."""

from __future__ import annotations

GRAMMAR = frozenset(
    """
    a about above across adding after again against ago agree agreed all almost along already also although always
    am among an and another answer any anybody anyone anything are around as ask asked asking at away back be
    because been before being below besides between both building but by call called came can cannot come concerning
    could did do does doing done down during each echo either else enough even ever every everybody everyone
    everything few first following for from further gave get gets getting give given go goes going gone got had
    handing has have having he her here hers herself him himself his how however i if in indeed instead into is it
    its itself joined joining just last least less let like lot made make makes making many may maybe me meet might
    mine more most much must my myself neither never next no nobody none nor not nothing now of off often oh ok okay
    on once one only onto or other others otherwise ought our ours ourselves out over own passing per perhaps please
    plus put question quite rather really regarding said same saw say says second see seen several shall she should
    since so some somebody someone something sometimes somewhat soon still such take taken tell than thank that the
    their theirs them themselves then there therefore these they thing things think third this those though three
    through throughout thus to together told too took toward towards turning two under unlike until up upon us use
    used very via was way we well went were what whatever when where whether which while who whole whom whose why
    will with within without would yeah yep yes yet you your yours yourself yourselves
    """.split()
)
"""Words that carry a sentence and name nothing; capitalised, they still say nothing of anybody."""

CALENDAR = frozenset(
    """
    april august christmas december easter february friday january july june march may monday november october
    ramadan saturday september sunday thursday tuesday wednesday
    """.split()
)

PLACES = frozenset(
    """
    africa america arizona asia augusta austin berlin boston brazil britain brooklyn carolina charlotte china dakota
    dallas delhi denver derby egypt england europe florida france geneva georgia germany holland houston india
    indiana ireland israel italy jamaica japan jordan kenya korea london lourdes malta mexico milan montana nevada
    normandy norway orlando oxford paris perth phoenix poland rome russia salem santiago scotland singapore spain
    sydney texas trinidad turkey vienna virginia wales washington wellington york
    """.split()
)

WORDS = frozenset(
    """
    able ace acres active affirm age air ally alpha alphabet amber ambition american anchor angel apex apple april
    arc arch archer armor arrow art ash aspen asset atlas august aurora autumn avenue axes balance ball band bank
    banks banner bar bark barn base bass bath battle bay beach beacon bean bear bell bench berry best beta better
    bill bills birch bird bishop black block blue board bold bolt bond books booth boots border boss bow box branch
    brand brandy brave bridge bridges bright broad brook brown buck bull bunny bush butcher button call camp can
    candy cannon cape capital card care carpenter carrier carry case cash castle catalyst cave challenge chance
    chancellor chapel charity charm chase cherry chip chips choice christian church circle citizens city clarity
    clay clear click climb close cloud coach coast cobb coffee coin compass complete concord conduit confluence
    constant cook copper coral core corn corner cotton counsel count court cover cox craft crane creek crest cross
    crow crown crystal cube curtain curve dash data dawn day days deal dean dear delta depot desk dial diamond
    direct discover dish dock domain door dot dove dover draft dragon draper drew drive duck dusk dwell eagle earl
    earth east echo edge elastic element ember emerald empire encounter energy enterprise envision epic equity
    essential eve even evergreen evolution exchange expedition expert express fair faith falcon falls fan farm
    farmer fast favor feather fern fidelity field fields fig finch fire first five flagship fleet flex flint flood
    flow focus ford forest forge fork fort fortune foster found foundation fountain fox frame frank free freeman
    french freshly frontier frost fry fuel funding fusion future gain galaxy gamble game gap garden gate gather gene
    general genesis gentry gift gill ginger glass global globe glow gold golden good goodness grace grail grand
    granite grant graphite grave gray great green grey ground grove grow guard guardian guess guide gulf gun guy
    hail hale half hall ham hammer hand happy harbor hard harmony harp hart harvest haven hawk hay health heart
    hearth hedge heights helm helper herald heritage hero hide high hill hippo holiday home honest honey hood hook
    hope horizon horn host house howl hub hull human humble hunt hunter icon ideal impact imperial independence
    independent index indigo infinity ink inn innovation insight insure integral iron island ivory jet jewel job
    jobs join journey joy judge just justice keen keep keeper kernel key keystone kind king kite knight knot lab
    lake lamb lamp lance land landmark lane large lark law lawn lead leader leaf league lean leap ledger legacy
    legal legend lemon lemonade level liberty life light lighthouse limited line link lion little live lock lodge
    loft logic lone long loom loop lot lotus love low luck lumber lush magnet magnolia major man manual maple marina
    mark market marks marsh mason mass master masters match matter matters max maxim may meadow measure medal
    mercury mercy merit mesa meta metal meteor method micro mid mile miles mill miller mills minor mint miracle
    mission mobile mode model modern moment momentum monitor moon moor moral more morning mosaic moss mother motion
    motive mount mountain move mustang myriad national native natural nature navigator near neat nest network new
    nexus nice night noble nod north notion nova nugget nut oak oasis ocean olive omega only opal open opera optical
    option oracle orange orbit orchard orchid organic origin osprey otter outlook owl own ox pace pacific page palm
    panel paradigm paragon parish park parks parrot parson partner partners patch path patience paton patriot peace
    peach peacock peak pearl peck peer pelican penny people pepper perfect perk pet phoenix pick pilgrim pilot pine
    pink pioneer pitch place plain planet plum point polar pole police pollen pond pool pope poplar poppy port
    porter post pound power powers precision premier president press prestige price pride priest prime prince
    principal print prism pro proctor progress promise prop property prospect proud prudential public pulse pure
    purple quest quick quill quotient rabbit rainbow rally ram range ranger rapid raven reach read reader ready real
    red reef reform regal regions relay reliance relief remedy remit reserve resolute resource rest rice rich ridge
    rifle right rise river rivers road rob rock rocket roman root roots rose ross round route row royal rush russet
    rust rusty sage sail saint sale salesman salt samba sands sandy sapphire savage save scout sea seal search sears
    seed select senior sentinel sentry sequoia serene series service shade shale shark sharp shed shell shepherd
    shield shine ship shore short sierra signal signature signet silver simple singer single six skip sky slack
    slate small smart smith snap snow solar solid solo sonic soul sound south southern spark sparrow spear spectrum
    speed sphere spike spin spirit spotlight spring sprint spruce spur square stable stack staff stag standard
    staples star state states stem step stern stock stone stones storm story strand strategic stream street strength
    stripe strong structure summer summit sun sunny sunrise superior surge swan sweet swift sword symbol synergy
    table tailor talent target teach team temple ten terra thorn thread threshold thrive tide tiger tilt timber time
    title toast token tool top total touch tower towers town track trade trail transit transition travelers treasure
    tree trek triangle tribune trinity trip triumph true trust twist union unison unit united unity universal
    universe upland upstart urban valley value van vanguard vault vector venture venus verge vertex vertical victory
    view vine violet virtue virtus visa vision vista vital vivid voice volt wage wall walls wander ward ware warm
    watch water waters watt wave way weaver web wells west western wheel wheeler whistle white wick wild will willow
    win wind windsor wing wings winner winter winters wire wise wish wit wolf wonder wood woods wool word words work
    workday works world worth yard year yield young youth zen zenith zephyr zest zinc zone zoom
    """.split()
)
"""Ordinary words that people and firms are named after: Will, Mark, Grace, Target, Visa, Block, Long, Price."""

GREETINGS = frozenset("thanks thank you hi hello hey morning afternoon evening okay ok yes yeah sure welcome".split())
"""Words after which somebody is spoken to."""

TITLES = frozenset(
    """
    analyst ceo cfo chair chairman chief cio clerk cmo commissioner coo council councillor counsel cto director evp
    executive founder general governor head investor ir manager mayor minister officer president relations secretary
    senator speaker svp treasurer vice vp
    """.split()
)
"""Words for what somebody is: beside a name they are no part of it, and alone they name nobody."""

ORDINARY = GRAMMAR | CALENDAR | WORDS | GREETINGS
