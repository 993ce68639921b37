"""A few sure phrases of refusal in Chinese, German, French and Spanish. Knows text only; see `refusing`."""

from __future__ import annotations

from generator.grammar.refusals.rule import OURS, Rule
from generator.model import Status


def _rule(name: str, status: Status, needs: str, pattern: str) -> Rule:
    return Rule(name, status, OURS, (tuple(needs.split("|")),), pattern, firm=True)


RULES: tuple[Rule, ...] = (
    # "我们不披露这个数字。" "目前不方便透露。" "对此不予置评。"
    _rule(
        "does not disclose (Chinese)",
        Status.DECLINED,
        "不|无",
        r"(?:不便|不方便|不能|无法|不会|暂不|不予|不做|不作|不)(?:进一步|具体|单独|对外|在此|公开)?"
        r"(?:披露|透露|置评|评论|公布|拆分)|无可奉告",
    ),
    # "现在判断还为时过早。" "我们会后再回复您。"
    _rule(
        "too early (Chinese)",
        Status.DEFERRED,
        "早|再|后|下次",
        r"(?:为时|还)(?:过|尚|太)早|(?:会后|稍后|之后|以后|下次)(?:我们)?(?:再|会)(?:给您|向您|跟您|与您|和您)?(?:回复|答复|回答|沟通|提供)",
    ),
    # "Dazu machen wir keine Angaben." "Das kommentieren wir nicht." "Dazu kann ich nichts sagen."
    _rule(
        "does not disclose (German)",
        Status.DECLINED,
        "keine|nicht|nichts|kein ",
        r"\b(?:mache(?:n)?|geben|gebe|nennen|nenne|veröffentlichen) (?:wir|ich) (?:grundsätzlich |derzeit |aktuell "
        r"|dazu |hierzu |noch )?keine (?:angaben|zahlen|details|auskunft|einzelheiten|prognose)"
        r"|\b(?:kommentieren|kommentiere|beantworten|weisen) (?:wir|ich) (?:das |dies |so |im einzelnen "
        r"|separat )?nicht\b"
        r"|\bdazu (?:kann|möchte|werde|will|können|möchten|werden|wollen) (?:ich|wir) (?:mich |uns )?(?:heute |jetzt "
        r"|noch |leider )?(?:nichts|nicht)\b|\bkein kommentar\b",
    ),
    # "Dafür ist es noch zu früh." "Darauf kommen wir zurück." "Das reichen wir Ihnen nach."
    _rule(
        "too early (German)",
        Status.DEFERRED,
        "zu früh|zurück|nach",
        r"\b(?:dafür|dazu|es) (?:ist|wäre) (?:es )?(?:noch |jetzt |derzeit )?zu früh\b|\bdarauf (?:kommen wir"
        r"|komme ich)"
        r" (?:\w+ ){0,3}zurück\b|\b(?:reichen wir|reiche ich) (?:ihnen )?(?:das )?(?:gerne )?nach\b",
    ),
    # "Nous ne communiquons pas ce chiffre." "Je ne vais pas commenter." "Il est trop tôt pour le dire."
    _rule(
        "does not disclose (French)",
        Status.DECLINED,
        "nous ne |je ne |on ne |pas de commentaire",
        r"\b(?:nous|je|on) ne (?:(?:le |la |les )?(?:communiqu|comment|divulgu|détaill|donn|publi)(?:ons|e"
        r"|ions) pas\b"
        r"|(?:pouvons|peux|souhaitons|souhaite|vais|allons|va|peut) pas (?:le |la |les )?(?:commenter|communiquer"
        r"|divulguer|donner (?:de|ce|plus)|répondre|entrer dans))|\bpas de commentaire",
    ),
    _rule(
        "too early (French)",
        Status.DEFERRED,
        "trop tôt|reviendr",
        r"\b(?:il est|c'est) (?:encore |un peu )?trop tôt pour\b|\b(?:nous |je )(?:vous )?reviendr(?:ons|ai)"
        r" (?:vers vous|sur)",
    ),
    # "No desglosamos esa cifra." "No vamos a comentar." "Es demasiado pronto para decirlo."
    _rule(
        "does not disclose (Spanish)",
        Status.DECLINED,
        "no |sin comentarios",
        r"\bno (?:(?:lo |la |los )?(?:divulgamos|desglosamos|comentamos|revelamos|publicamos)\b|(?:vamos a"
        r"|podemos|puedo"
        r"|voy a|queremos) (?:comentar|divulgar|revelar|desglosar|dar (?:esa|ese|más|cifras|detalles)))"
        r"|\bsin comentarios\b",
    ),
    _rule(
        "too early (Spanish)",
        Status.DEFERRED,
        "pronto para|temprano para|responderemos|contestaremos|informaremos",
        r"\b(?:demasiado|muy|aún es) (?:pronto|temprano) para\b|\b(?:le|les|os) (?:responderemos"
        r"|contestaremos|informaremos)"
        r" (?:más adelante|más tarde|después)",
    ),
)
