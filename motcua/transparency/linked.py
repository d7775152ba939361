"""The catalogue as linked data: CPSV-AP 3.2 (Core Public Service Vocabulary Application Profile, SEMIC) in JSON-LD.

Only what is certain is told as a number: a term in working days is no calendar duration, so it is told in words.
"""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from motcua.catalogue.content import Case, Channel, Content, Fee, Paper
from motcua.catalogue.models import Channel as Way
from motcua.catalogue.models import FeeKind, PaperKind, ServiceClass, TimeUnit

Node = dict[str, Any]
CONTEXT: Final[Node] = {
    "@vocab": "http://data.europa.eu/m8g/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "dct": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "adms": "http://www.w3.org/ns/adms#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/VIE"
COUNTRY: Final = "http://publications.europa.eu/resource/authority/country/VNM"
CURRENCY: Final = "http://publications.europa.eu/resource/authority/currency/VND"
TITLE_OF_ALL: Final = "Danh mục dịch vụ công"
LEVELS: Final = {
    1: "Mức độ 1: chỉ thông tin",
    2: "Mức độ 2: tải mẫu, nộp giấy",
    3: "Mức độ 3: nộp trực tuyến một phần",
    4: "Mức độ 4: toàn trình",
}
_DURATIONS: Final = {TimeUnit.DAY: "P{}D", TimeUnit.MONTH: "P{}M", TimeUnit.SAME_DAY: "P1D"}
_UNITS: Final = dict(TimeUnit.choices)


def vi(text: str) -> Node:
    """A Vietnamese label."""
    return {"@value": text, "@language": "vi"}


class Describing:
    """Describes services under one public address; `shared` first, then each service."""

    def __init__(self, public_url: str, publisher: str) -> None:
        self.root = public_url.rstrip("/")
        self.publisher = publisher

    def shared(self) -> Iterator[Node]:
        """What every service refers to: the dataset, the language, the country, the currency, fixed concepts."""
        yield {
            "@id": self._part("danh-muc"),
            "@type": "dcat:Dataset",
            "dct:title": vi(TITLE_OF_ALL),
            "dct:description": vi("Mọi thủ tục hành chính đang công bố ở đây, với giấy tờ, thời hạn, phí, căn cứ"),
            "dct:publisher": {
                "@id": self._part("noi-cong-bo"),
                "@type": "foaf:Agent",
                "dct:title": vi(self.publisher),
                "dct:identifier": self.root,
            },
        }
        yield {"@id": LANGUAGE, "@type": "dct:LinguisticSystem"}
        yield {"@id": COUNTRY, "@type": "dct:Location", "skos:prefLabel": vi("Việt Nam")}
        yield self._concept("tien-te", "VND", "đồng", CURRENCY)
        yield self._concept("trang-thai", "hieu-luc", "Còn hiệu lực")
        for level, name in LEVELS.items():
            yield self._concept("muc-do", str(level), name)
        for class_ in ServiceClass:
            yield self._concept("cach-cung-cap", class_.value, str(class_.label))
        for way in Way:
            yield self._concept("cach-nop", way.value, str(way.label))

    def service(self, code: str, said: Content, *, here: tuple[str, ...] = ()) -> Node:
        """One public service; `here` holds the codes of procedures that can be linked to."""
        me = self.address(code)
        node: Node = {
            "@id": me,
            "@type": "cpsv:PublicService",
            "dct:identifier": code,
            "dct:title": vi(said.name),
            "dct:description": vi(said.summary or self._described(said)),
            "dct:language": {"@id": LANGUAGE},
            "dct:spatial": {"@id": COUNTRY},
            "dct:isPartOf": {"@id": self._part("danh-muc")},
            "adms:status": {"@id": self._part("trang-thai", "hieu-luc")},
            "hasCompetentAuthority": self._authority(said),
            "thematicArea": self._concept("linh-vuc", said.field.code, said.field.name),
            "isClassifiedBy": [
                {"@id": self._part("muc-do", str(said.level))},
                {"@id": self._part("cach-cung-cap", said.service_class)},
            ],
            "dcat:keyword": [vi(word) for word in said.keywords],
            "dct:audience": [self._concept("doi-tuong", subject, subject) for subject in said.subjects],
            "hasLegalResource": [self._law(one) for one in said.legal if one["number"]],
            "cpsv:produces": [self._output(me, place, one) for place, one in enumerate(said.results, 1)],
            "hasChannel": list(self._channels(me, said)),
            "hasCost": list(self._costs(me, said)),
            "cpsv:hasInput": list(self._inputs(me, said)),
            "cpsv:follows": self._rules(me, said),
            "holdsRequirement": self._requirements(me, said),
            "relatedService": [{"@id": self.address(other)} for other in said.related if other in here],
            "contactPoint": {
                "@id": f"{me}#lien-he",
                "@type": "ContactPoint",
                "contactPage": {"@id": me, "@type": "foaf:Document"},
            },
        }
        durations = {self._duration(row) for case in said.cases for row in case.channels}
        if len(durations) == 1 and (only := durations.pop()):
            node["processingTime"] = {"@value": only, "@type": "xsd:duration"}
        return {key: value for key, value in node.items() if value not in ([], None)}

    def address(self, code: str) -> str:
        """The stable address of a procedure."""
        return f"{self.root}/dich-vu-cong/{quote(code)}/"

    def _part(self, kind: str, name: str = "") -> str:
        return f"{self.root}/du-lieu/catalogue.jsonld#{kind}{'-' if name else ''}{quote(name, safe='')}"

    def _concept(self, scheme: str, name: str, label: str, address: str = "") -> Node:
        return {
            "@id": address or self._part(scheme, name),
            "@type": "skos:Concept",
            "skos:prefLabel": vi(label),
            "skos:notation": name,
            "skos:inScheme": {"@id": self._part(scheme)},
        }

    def _authority(self, said: Content) -> Node:
        return {
            "@id": self._part("co-quan", said.publisher.code),
            "@type": "PublicOrganisation",
            "skos:prefLabel": vi(said.publisher.name),
            "dct:identifier": said.publisher.code,
            "dct:spatial": {"@id": COUNTRY},
        }

    @staticmethod
    def _described(said: Content) -> str:
        who = f" Cơ quan thực hiện: {said.executing}." if said.executing else ""
        return f"{said.name.rstrip('.')}.{who}"

    def _law(self, one: dict[str, str]) -> Node:
        return {
            "@id": self._part("van-ban", one["number"]),
            "@type": "eli:LegalResource",
            "dct:identifier": one["number"],
            "dct:title": vi(one["name"] or one["number"]),
        }

    @staticmethod
    def _output(me: str, place: int, one: dict[str, str]) -> Node:
        return {
            "@id": f"{me}#ket-qua-{place}",
            "@type": "Output",
            "dct:identifier": one.get("code") or f"{me}#ket-qua-{place}",
            "dct:title": vi(one["name"] or "Kết quả"),
            "dct:language": {"@id": LANGUAGE},
        }

    def _channels(self, me: str, said: Content) -> Iterator[Node]:
        for number, case in enumerate(said.cases, 1):
            for row in case.channels:
                address = f"{me}#cach-nop-{number}-{row.channel}"
                node: Node = {
                    "@id": address,
                    "@type": "Channel",
                    "dct:identifier": address,
                    "dct:type": {"@id": self._part("cach-nop", row.channel)},
                    "dct:description": vi(_term(case, row)),
                }
                if duration := self._duration(row):
                    node["processingTime"] = {"@value": duration, "@type": "xsd:duration"}
                yield node

    @staticmethod
    def _duration(row: Channel) -> str:
        """As a calendar knows it; working days and hours are no duration and stay words."""
        pattern = _DURATIONS.get(TimeUnit(row.unit)) if row.unit else None
        return pattern.format(row.amount) if pattern and row.amount else ""

    def _costs(self, me: str, said: Content) -> Iterator[Node]:
        for number, case in enumerate(said.cases, 1):
            for row in case.channels:
                for place, fee in enumerate(row.fees, 1):
                    address = f"{me}#chi-phi-{number}-{row.channel}-{place}"
                    node: Node = {
                        "@id": address,
                        "@type": "Cost",
                        "dct:identifier": address,
                        "dct:description": vi(_fee(fee)),
                        "ifAccessedThrough": {"@id": f"{me}#cach-nop-{number}-{row.channel}"},
                    }
                    if fee.amount is not None:
                        node["hasValue"] = {"@value": f"{fee.amount}.0", "@type": "xsd:double"}
                        node["currency"] = {"@id": CURRENCY}
                    yield node

    @staticmethod
    def _inputs(me: str, said: Content) -> Iterator[Node]:
        for number, case in enumerate(said.cases, 1):
            for place, paper in enumerate(case.papers, 1):
                if paper.kind != PaperKind.NOTE and paper.name:
                    address = f"{me}#giay-to-{number}-{place}"
                    yield {
                        "@id": address,
                        "@type": "Evidence",
                        "dct:identifier": address,
                        "dct:title": vi(paper.name),
                        "dct:description": vi(_copies(paper)),
                        "dct:language": {"@id": LANGUAGE},
                    }

    @staticmethod
    def _rules(me: str, said: Content) -> list[Node]:
        if not said.instructions:
            return []
        node = {
            "@id": f"{me}#trinh-tu",
            "@type": "cpsv:Rule",
            "dct:identifier": f"{me}#trinh-tu",
            "dct:title": vi("Trình tự thực hiện"),
            "dct:description": vi("\n".join(said.instructions)),
        }
        return [node]

    @staticmethod
    def _requirements(me: str, said: Content) -> list[Node]:
        if not said.conditions:
            return []
        node = {
            "@id": f"{me}#dieu-kien",
            "@type": "Requirement",
            "dct:identifier": f"{me}#dieu-kien",
            "dct:title": vi("Điều kiện"),
            "dct:description": vi(said.conditions),
        }
        return [node]


def _term(case: Case, row: Channel) -> str:
    """The term in words, with the case that it is of."""
    amount = f"{row.amount} {_UNITS[TimeUnit(row.unit)]}" if row.unit and row.amount else "Theo văn bản"
    return ": ".join(part for part in (case.name, ". ".join(text for text in (amount, row.text) if text)) if part)


def _fee(fee: Fee) -> str:
    kind = str(FeeKind(fee.kind).label)
    amount = "theo văn bản" if fee.amount is None else f"{fee.amount} đồng"
    per = f" mỗi {fee.per}" if fee.per and fee.amount else ""
    rest = [text for text in (fee.text, f"chỉ khi: {fee.when}" if fee.when else "", fee.exempt) if text]
    return ". ".join([f"{kind[:1].upper()}{kind[1:]}: {amount}{per}", *rest])


def _copies(paper: Paper) -> str:
    """How many of which kind, and when."""
    kinds = ((paper.originals, "bản chính"), (paper.certified, "bản sao chứng thực"), (paper.copies, "bản sao"))
    told = [f"{count} {name}" for count, name in kinds if count]
    when = [f"chỉ khi: {paper.when}"] if paper.when else []
    return ", ".join([*told, *when]) or str(PaperKind(paper.kind).label)
