"""Words that are no subject when they stand alone, names that are none at all, and set phrases. Knows no archive."""

from __future__ import annotations

GENERAL = frozenset(
    """
    abstract accident accommodation accuracy acquisition adjustment admin administration administrator administrators
    advance agencies agency agenda agent agents aim alignment allocation alternative amendment announcement answer
    appeal appendix applicant apps arrangement article aspect assessment assignment assist assistance assistant
    assumption attempt attendee author authorities authority automatic availability award awareness background badge
    barrier basis basket behalf belief bit body bonus bound boundary bounds briefing broker bucket builder bullet
    button calculation candidate capture carrier certainty certificate chapter chart checklist children circumstance
    citizen city claim clause clean click column combination commission commitment committee communication communities
    competitor complaint complexity compromise concept conclusion conjunction connection consensus consent consequence
    consideration consistency constraint construct consultant consultation contact contender contributor convention
    copy corner correction council councillor counterpart county coverage creation creator criteria criticism crowd
    deadline debate debut declaration decode default defect definition degree delay deliverable delivery demo
    department description designer destination developer device diagram dialogue dictionary dig disabilities
    disclosure discount discretion display distance distinction distribution district division documentation donation
    draft drawback driver duration duty ease edit editor efficiency efficient element email emphasis encouragement
    engine enthusiasm entity entries entry episode equation estimate ethic evaluation exam examination exception
    excitement excuse existence expectation expert explanation export exposition expression extension extent external
    failure fairness families family father favor favour feeling fee field fight finding flag flexibility flight
    format forum foundation fraction frame friend friends fun game gathering gentleman graph guideline guidelines
    habit hand handful hands harm hat header headline heart hint hire holder home human identifier illustration image
    imagination implication import importance impression incident inclusion indication indicator influence ingredient
    insider instinct institution instrument integration integrity intent intention interaction interface interim
    internal interpretation interval interview intro invitation involvement judgement judgment justification keyword
    knowledge label lack landscape lane law laws layer layout legacy legislation lesson letter library license link
    listener living log loop luck mail maintainer maintenance man manual map mayor mechanic mechanism media memo
    mention merit mess message messaging method midst minister minorities mission mistake mixture module monitor
    mother motion motivation motive motor movement municipality myth narrative nation necessity neighbor neighbour
    network nominee norm notice notion obligation observation observer occasion offer opening opinion opponent
    optimization option origin outline outset outside overhead overlap overview owner pair panel paper paragraph
    parent parliament participant participation party passage passion patience pause payer peak penalty perception
    permission person personnel phone photo phrase piece pod podcast point poll population possibilities possibility
    post precedent preference premise prep preparation presence principle print privilege procedure professional
    promise proof proponent propose proposer proposition protect protection provider province provision publication
    pull purchase push qualifier quantity queries query quote race random rating reaction reader readiness real
    receipt reception recipe recipient recognition recommendation reconciliation recording recovery reference
    reflection refresh refund registration relation reliance relief remainder remedy removal rep replacement replay
    reporter representation representative reputation requirement residence resident resolution respondent
    responsibility restriction rhythm ride rollout root row run runway runtime sample satisfaction save scheme scope
    screen script search secretary section semantics senator sense sentence separation session setting setup shape
    shift shot shrink sight signal significance silence simplicity skill slot snapshot society sound speech spirit
    spot stability staff stakeholder stance standing station stats steward stream strength stress style subset
    substance suggestion sum summary supporter surprise survey switch symbol sync syntax tag tail taste template
    tendency tension tenure territory testimony testing thinking thought thread threat threshold tie tier tile title
    tone tour trace tradition transfer translation transparency treatment tree trial trick trigger trip trust truth
    turn tweet ui unity urgency username utilities validator validity variable variation varieties variety vendor
    venue vibe video viewer vision visit visitor voice volunteer vote voter wait walk wall war warning watch wave
    weakness wife wild winner wish witness woman women wonder worker workers worry writer writing yard youth zone

    act acting argument bipartisan changelog confirmation contrary depth discord dotcom empty encoded hazard info
    length machine parallel reddit separate specification timing verify york agenda timeline overclock readme repo
    repository nutshell homework anecdote paradox thesis unknown niche functionality submission redeem village desire
    byte disruption visioning ecosystem protocol hardware compute workflow escape pr4 sig

    crosstalk inaudible indiscernible laughter applause music unintelligible whereas foreign sic aye nay ayes noes iv
    vi vii viii sr jr st mt ft pr prs lgtm todo tbd fyi asap eom eod ceo cfo coo cto ir q&a gm faq url urls id ids
    cc'd afk brb imo lol gaap non-gaap inr1 inr2 inr3 inr4 inr5 dkk eur usd inr gbp jpy cad aud chf sek
    """.split()
)
"""Words for what every call has, and letters that name nothing; they may stand in a longer term, but not alone."""

DEGREES = frozenset(
    """
    afraid alike amazing angry anxious appropriate aware basic big bigger brief bright broad broader busy cheap clear
    comfortable common complete complex consistent convenient crazy creative curious dark decent detailed distinct
    distinctive diverse easy emerging exciting familiar famous favorite formal formidable free fresh friendly funny
    guilty healthy helpful independent innovative insightful intelligent intense interesting joint keen legitimate
    loose loud lovely lucky mandated modern multi-year near-term long-term medium-term short-term noisy open
    outstanding poor powerful prudent quiet random rare relevant rich rigorous robust safe scary sensible sensitive
    silly smart smooth sophisticated stronger stupid suitable tight tiny transparent trusted urgent useful weird wise
    wonderful worried worthy wrong senior proposed effective adjusted temporary traditional living favorable
    favourable incoming existing recurring imported actual
    """.split()
)
"""Words of opinion and degree, with which no term begins."""

DEMONYMS = frozenset(
    """
    african american arab argentinian asian australian austrian bavarian belgian brazilian british canadian chilean
    chinese colombian czech danish dutch egyptian english european finnish flemish french german greek hungarian
    indian indonesian iranian iraqi irish israeli italian japanese korean latin malaysian mexican nigerian nordic
    norwegian pakistani palestinian persian peruvian philippine polish portuguese romanian russian saudi scottish
    serbian singaporean spanish swedish swiss syrian taiwanese thai turkish ukrainian vietnamese welsh america
    americans canada canadians usa
    """.split()
)
"""Words that say whence something is; they may begin a term ("Chinese exports"), but not be one."""

FIRMS = frozenset(
    """
    accenture adobe airbnb alibaba alphabet amazon amd apple boeing bloomberg broadcom cisco cnn costco dell disney
    ebay exxon facebook fox ge gm goldman google hp huawei ibm intel jpmorgan linkedin lyft mastercard mcdonald meta
    microsoft nestle netflix nike nokia nvidia oracle paypal pfizer reuters salesforce samsung shopify siemens snap
    sony spotify starbucks target tencent tesla tiktok toyota twitter uber verizon visa vmware walmart yahoo
    """.split()
)
"""Firms that everybody names: they are organisations, and a subject of few calls but their own."""

FIRM_ENDS = frozenset("ag asa bancorp capital co corp gmbh group holdings inc llc llp ltd plc sa securities".split())
"""The last word of a firm's name."""

SET = frozenset(
    tuple(phrase.split())
    for phrase in """
    balance sheet|net income|net revenue|net sale|net loss|operating income|pre tax income|pretax income|taxable income
    effective tax|income tax|effective income tax|earning call|earning release|press release|press conference
    income statement|financial statement|safe harbor|annual report|shareholder letter|investor day|investor relation
    united state|chief executive|executive officer|vice president|board member|core dev|new york|breakout room
    action item|meeting note|pull request|status update|scribe assist|sync id|consent agenda item|consent agenda
    fellow councillor|value proposition|bonus section|key takeaway|central question|policy committee|white house
    percentage point|basis point|year end|fiscal year|calendar year|single digit|double digit|per share|share count
    agenda item|prime minister|goldman sach|morgan stanley|jp morgan|credit suisse|wells fargo|deutsche bank|hacker new
    bank america|merrill lynch|economy recover|web developer|vector search index|client developer
    y o y|yoy|q o q|pre tax|pretax|pre tax margin|accounting principle|approval decision|medical expert
    wall street|mind share|blog post|podcast episode|email address|phone call|web page|web site|competitive advantage
    tailwind|run rate|best practice|next step|use case|edge case|corner case|long tail|low hanging fruit
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
"""Stems of set phrases of calls and reports, which tell nothing of what one call is about."""

KNOWN = frozenset(
    tuple(phrase.split())
    for phrase in """
    supply chain|data center|data centre|gross margin|operating margin|capital allocation|market share|interest rate
    exchange rate|labor market|labour market|health care|public health|public safety|human right|climate change
    social media|credit card|debit card|mental health|price control|cash flow|free cash flow|working capital|gas price
    oil price|cost saving|price increase|consumer spending|customer retention|raw material|power plant|housing market
    public transit|public transport|private label|machine learning|open source|clinical trial|student loan|trade policy
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
"""Stems of subjects that are made of plain words alone."""

NOUNS = frozenset(
    """
    additive alternative appeal approval archive arrival capital coal credential deal derivative directive drive
    executive goal hospital incentive initiative live material metal mineral motive native objective olive perspective
    portal potential principal proposal referral removal renewal rental retrieval signal sensor terminal trial
    tutorial withdrawal journal arctic clinic critic epidemic ethic fabric graphic logic metric mosaic music pandemic
    plastic public republic rhetoric topic traffic cable consumable deliverable payable receivable renewable table
    variable vegetable wearable feed need red seed shed speed embed bed fed steel tribunal neutral mortal animal
    festival medical
    """.split()
)
"""Nouns that end as adjectives do."""
