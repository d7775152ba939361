"""The catalogue as linked data says what CPSV-AP asks for, and no number that is not certain."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, URIRef

from motcua.catalogue import content
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import codes_in_force, contents_in_force
from motcua.catalogue.starter import load_starter
from motcua.transparency.linked import CONTEXT, Describing
from tests.catalogue.making import NOON, channel, fee, form, paper, said

SHAPES = Path(__file__).parents[3] / "shared/data/shapes/cpsv-ap-3.2.0-shacl.ttl"
SERVICE = URIRef("http://purl.org/vocab/cpsv#PublicService")


def describing() -> Describing:
    return Describing("https://motcua.example", "Xã Thanh Mỹ")


def service(**changes: Any) -> dict[str, Any]:
    return describing().service("1.000001", said(**changes))


def test_a_service_has_its_stable_address_and_vietnamese_labels() -> None:
    told = service(name="Cấp giấy", keywords=("giấy",))

    assert told["@id"] == "https://motcua.example/dich-vu-cong/1.000001/"
    assert told["dct:title"] == {"@value": "Cấp giấy", "@language": "vi"}
    assert told["dcat:keyword"] == [{"@value": "giấy", "@language": "vi"}]
    assert told["hasCompetentAuthority"]["@type"] == "PublicOrganisation"


@pytest.mark.parametrize(
    ("amount", "unit", "duration"),
    [(3, "day", "P3D"), (2, "month", "P2M"), (1, "same_day", "P1D"), (3, "working_day", None), (None, "", None)],
)
def test_only_a_calendar_term_is_a_duration(amount: int | None, unit: str, duration: str | None) -> None:
    told = service(cases=(content.Case(channels=(channel("counter", amount, unit),)),))

    assert told.get("processingTime", {}).get("@value") == duration
    assert told["hasChannel"][0].get("processingTime", {}).get("@value") == duration


def test_a_fee_without_an_amount_has_no_value() -> None:
    case = content.Case(channels=(channel(fees=(fee(None, text="theo nghị quyết"), fee(8000))),))
    open_, known = service(cases=(case,))["hasCost"]

    assert "hasValue" not in open_
    assert "theo văn bản" in open_["dct:description"]["@value"]
    assert known["hasValue"] == {"@value": "8000.0", "@type": "xsd:double"}


def test_notes_are_no_evidence() -> None:
    case = content.Case(channels=(channel(),), papers=(paper("Đơn"), paper("Lưu ý", kind="note", originals=0)))

    assert [one["dct:title"]["@value"] for one in service(cases=(case,))["cpsv:hasInput"]] == ["Đơn"]


def test_only_what_is_here_is_linked_to() -> None:
    told = describing().service("1.000001", said(related=("1.000002", "1.000003")), here=("1.000002",))

    assert told["relatedService"] == [{"@id": "https://motcua.example/dich-vu-cong/1.000002/"}]


@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib speaks of itself
def test_the_starter_catalogue_conforms_to_the_shapes() -> None:
    form()
    load_starter(at=NOON)
    silent = content.Case(channels=(content.Channel(channel="post", amount=None, unit=""),))
    publish("1.000001", said(cases=(silent,), related=("1.001193",)), origin="imported", at=NOON)
    codes = codes_in_force()
    here = tuple(codes)
    nodes = [*describing().shared(), *(describing().service(*found, here=here) for found in contents_in_force(codes))]

    graph = Graph().parse(data=json.dumps({"@context": CONTEXT, "@graph": nodes}), format="json-ld")

    assert len(set(graph.subjects(RDF.type, SERVICE))) == len(codes)
    if not SHAPES.exists():
        pytest.skip("shared/data is not beside this checkout: the shapes were not there to judge by")
    conforms, _graph, report = validate(graph, shacl_graph=str(SHAPES), inference="none")
    assert conforms, report
