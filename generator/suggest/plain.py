"""Words that say little of what a call is about. Knows nothing of any archive."""

from __future__ import annotations

COURTESY = frozenset(
    """
    afternoon afternoons answer answered answers apologies appreciate ask asked asking audio bye caller callers
    chairperson chat clarification clarify colleague colleagues color colour comment commentary comments conference
    congrats congratulate congratulations delighted detail details dial evening everybody everyone excited folks
    follow-up follow-ups followup gentlemen glad goodbye great greetings guys handover happy hello helpful hey hi
    honored host instruction instructions introduce introduction ladies line lines listen listening madam microphone
    moderator morning mr mrs ms mute muted night operator operators participants pleased pleasure podium prepared
    presentation q question questions queue remark remarks reminder replay sir slide slides sorry speaker speakers
    thank thanked thanks thrilled today tomorrow tonight transcript unmute webcast website welcome yesterday
    """.split()
)
"""Words of courtesy and of running a call, which nothing is about."""

VERBS = frozenset(
    """
    accelerate accelerated achieve achieved add added adding address addressed agree agreed aim allow allowed allows
    announce announced appear apply approach assume assumed attract based become becomes becoming began begin
    beginning begun believe believed benefit benefited bought bring bringing brought build building built buy buying
    call called calling came care carry cause change changed changes changing check choose chose close closed come
    comes coming compare compared complete completed consider considered continue continued continues continuing
    contribute contributed cover create created creating cut deal decide decided decline declined decrease decreased
    deliver delivered delivering depend depends describe described develop developed discuss discussed drive driven
    drives driving drop drove earn enable enabled enables encourage end ended ending ensure enter entered execute
    executed exist expand expanded expanding expect expected expecting expects explain express face fall falling
    feel feeling feels fell felt figure fill find finding finish finished fit focus focused follow followed
    following forget forward found gain gained gave gets getting give given gives giving go goes going gone gonna
    gotta grew grow growing grown guess happen happened happening happens hear heard help helped helping helps hold
    holding hope hoped hopefully hoping identify imagine impact impacted implement implemented improve improved
    improving include included includes including increase increased increases increasing indicate indicated intend
    invest invested investing join joined joining jump keep keeping kept knew know knowing known knows land lead
    leading learn learned leave leaving led left lets leverage leveraging like liked likes listed live look looked
    looking looks lose lost love loved lower lowered made make makes making manage managed mean meaning means meant
    measure meet meeting mention mentioned miss mitigate move moved moving need needed needs note noted notice offer
    offered offering offset open opened operate operating optimize paid pass passed pay paying pick place plan
    planned planning plans play point pointed post prefer prepare present presented pretty prevent proceed produce
    produced provide provided provides providing pull pursue push put putting raise raised ramp ran reach reached
    read realize realized receive received recognize recognized record recorded reduce reduced reducing refer
    reflect reflected reflects regard remain remained remains remember remind repeat report reported represent
    represents require required requires respond result resulted resulting resume return returned run running said
    sat saw say saying says secure see seeing seem seems seen sell selling send sense sent serve served serving set
    sets setting shall share shared sharing shift shifted show showed showing shown shows sit sitting slow slowed
    sold solve speak speaking spend spending spent spoke spoken stand standing start started starting starts state
    stated stay stayed step stick stop stopped support supported supporting supports suppose take taken takes taking
    talk talked talking target targeted tell telling tend test think thinking thinks thought told took touch track
    transition tried tries try trying turn turned turning understand understanding understood update updated
    updating use used uses using utilize view wait waiting walk wanna want wanted wanting wants watch weigh went win
    winning won wonder wondering work worked working works worry worth would write written wrote yield
    """.split()
)
"""Words that say what somebody does or thinks, and join phrases more than they belong to them."""

FILLERS = frozenset(
    """
    able absolute absolutely actual actually addition additional additionally ah aha ahead almost alright amount
    amounts annualized anyway apparently approximately area areas aside aspect aspects attractive aware away bad
    balanced basically basis basis-point best better big bigger biggest billion billions bit bits bps broad broader
    broadly bunch case cases cent cents certain certainly clear clearly close closer cny combination comfortable
    common comparable consecutive consistent consistently constant constructive context correct couple course
    critical current currently daily day days deep deeper deeply different difficult direct directly disciplined
    dollar dollars double double-digit doubled dozen due earlier early easier easy effectively eight eighteen eighty
    eleven end ends entire entirely environment equal er erm especially essentially eur euro euros even eventually
    ever exact exactly example examples excellent exceptional excluding existing expectation expectations extra
    extremely fact fair fairly fantastic far fast faster fifteen fifth fifty final finally fine firm first firstly
    fiscal five flat forty four fourth frankly frequently full full-year fully fundamentally future gbp general
    generally gigawatt gigawatts gonna good greater greatest guy half half-year hard hardly heavily heavy high
    high-single-digit higher highest highly historic historical historically hm hmm honest honestly hour hours huge
    hundred hundreds immediate immediately important importantly impressive incredible incredibly incremental
    incrementally individual initial initially inr instance interest interested interesting jpy key kilogram
    kilometer kilowatt-hours kind kinds large largely larger largest last lastly late later latest least less level
    levels likely little long longer lot lots low low-single-digit lower lowest main mainly major majority manner
    many material materially maximum maybe meaningful meaningfully megawatt megawatts mid mid-single-digit middle
    million millions minimal minimum minor minute minutes mm moderate modest modestly moment moments momentum month
    monthly months multi multiple natural naturally near nearly necessarily necessary negative new newer newly next
    nice nine ninth nok non nonetheless nope normal normally notable notably number numbers obvious obviously odd oh
    ok okay old older ongoing only opportunities opportunity opposite order orders ordinary original overall own
    part particular particularly parts past people percent percentage percentage-point perfect perhaps period
    periods person perspective phenomenal piece pieces place places plenty plus point points poor portion positive
    possible possibly potential potentially pound pounds present previous previously primarily primary prior
    probably progress proper properly proud quarter quarter-over-quarter quarterly quarters quick quicker quickly
    quite range ranges rapid rapidly rate rather ready real really reason reasonable reasonably reasons recent
    recently record regular related relative relatively remaining renminbi respect respective respectively rest
    result results right rmb robust roughly round said same second secondly seconds sek select sequential
    sequentially serious seven seventh seventy several sharp sharply short shorter side sides significant
    significantly similar similarly simple simply single single-digit six sixth sixty size slight slightly slow
    slower small smaller smallest solid somewhat soon sort sorts special specific specifically stable standpoint
    steady still straight strong stronger strongest strongly stuff subsequent substantial substantially successful
    successfully such sudden super sure ten tens term terms terrific thing things third thirdly thirty thousand
    thousands three time times tiny ton tons total totally tough tremendous tremendously trillion true truly twelve
    twenty twice two type types typical typically uh uhm ultimate ultimately um under unfortunately unique unusual
    upfront usd usual usually valuable various vast versus very way ways week weekly weeks well whatsoever whole
    wide wider wonderful word words worse worst wrong yards year year-on-year year-over-year yearly years yen yep
    yes yuan yup zero
    """.split()
)
"""Words of measure, degree, order and manner, with which no name of a subject begins or ends."""

PLAIN = frozenset(
    """
    ability access account accounts action actions activities activity advantage agreement alone american analyst
    analysts application applications asian assets attach attention average backdrop balance base behavior behind
    benefits board book booking bookings borrow bottom brand brands british budget bug bugs business businesses call
    calls canadian capabilities capability capacity capital careful cash categories category caution center centers
    centimeters centimetres chain chair challenge challenges change channel channels chief chinese choice class
    client clients clock code cold community comp companies company comparison component components comps concern
    concerns condition conditions confidence consumer consumers content contract contracts contribution control
    controls conversation conversations cost costs countries country cross currency customer customers cycle data
    date deal deals decision decisions demand deployment design development difference difficulty digit digits
    direction discipline discussion discussions document documents dynamic dynamics earnings east eastern economics
    economy effect effects effort efforts employee employees engagement engineers english equipment error european
    event events evidence execution executive executives expense expenses experience exposure facilities facility
    factor factors feature features feedback field file files filing financial financials floor flow folder
    footprint form forms framework french front function functions fund funding gap german goal goals government
    gross group groups growth guidance guide headcount headwind headwinds health history home house idea ideas
    impact implementation improvement improvements income increase increases indian individuals industries industry
    inflation information infrastructure initiative initiatives innovation input inputs insight insights inventory
    investment investments investor investors issue issues italian item items japanese job journey kids korean
    language launch lead leader leaders leadership level life limits line list load loan loans local location
    locations logic loss losses management manager margin margins mark market marketing markets match meeting
    meetings member members metric metrics milliseconds mind minus minutes mix mode model models money motion name
    names nature network north northern note notes number object objective objects offerings office officer officers
    operation operational operations option options organization organizations other outcome outcomes outlook output
    pace package page pages partner partners partnership partnerships path pattern patterns payment payments peer
    peers performance phase picture pipeline plan plant plants platform platforms policy portfolio position
    positioning power practice premium pressure pressures price prices pricing priorities priority private problem
    problems process processes product production productivity products profile profit profitability program
    programs project projects proportion proposal province public purpose quality reality region regions regulation
    relations relationship relationships release releases request requests research resource resources response
    retail return returns revenue revenues review risk risks road role roles room rule rules russian sale sales
    savings scale scenario schedule science season second-half section sector sectors security segment segments
    selection sentence sentiment sequence series service services share shareholder shareholders shares shop sign
    site sites situation software solution solutions source sources south southern space spanish spec spend stage
    stages standard standards start state statement states status stock stood storage store stores story strategies
    strategy strength string strings structure student students success supplier suppliers supply support surface
    system systems table talent target targets task tax team teams technologies technology test tests text theme
    themes thread tool tools top topic topics town traction trade traffic train training transaction transactions
    transition trend trends type types uncertainty unit united units update updates upside usage use user users
    value values version visibility vision volume volumes weather weight west western wind window world
    """.split()
)
"""Words that carry a phrase ("loan growth") and are too plain to stand alone as a subject."""
