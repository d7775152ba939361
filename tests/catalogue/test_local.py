"""What agencies state for their own place: laid over, published, followed, ended."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.agencies.models import Agency
from motcua.agencies.starter import OTHER_COMMUNE
from motcua.catalogue import keeping
from motcua.catalogue.content import Content, plain
from motcua.catalogue.local import holding, stating
from motcua.catalogue.local.overlay import (
    NOTHING,
    LocalFee,
    LocalPaper,
    LocalTime,
    Overlay,
    Standing,
    Stated,
    laid_over,
    longer_terms,
    read,
    stored,
    unknown_cases,
)
from motcua.catalogue.models import LocalRule, Procedure, Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import VersionPage, in_force, in_force_at
from motcua.catalogue.rows import content_of, with_everything
from motcua.common import kept
from tests.world import BIRTH, COMMUNE, MONDAY, World

OURS = Overlay(
    times=(LocalTime(channel="online", amount=4, unit="hour", text="Xong trong bốn giờ làm việc"),),
    fees=(LocalFee(kind="le_phi", amount=5000, per="trường hợp", when="Khai quá hạn"),),
    papers=(LocalPaper(name="Bản đồ đường đến nhà", copies=1),),
    contact="Gọi 0277 3 123 456 gặp công chức hộ tịch",
)
BASIS = "12/2026/NQ-HĐND"
LATER = MONDAY + timedelta(days=1)


def nation(code: str = BIRTH) -> Content:
    return content_of(with_everything(Version.objects.filter(current_of__code=code)).get())


def agency(kind: str, unit: str = COMMUNE) -> Agency:
    return Agency.objects.get(kind=kind, unit=unit, valid_to=None)


def province() -> Agency:
    return Agency.objects.get(kind="ubnd_tinh", valid_to=None)


def state(world: World, at: Agency, overlay: Overlay, *, after: int = 0, basis: str = BASIS) -> bool:
    procedure = Procedure.objects.get(code=BIRTH)
    ha = world.people["ha"]
    stated = Standing(overlay, basis, after)
    return stating.state(procedure, at, stated, by=ha, at=MONDAY + timedelta(hours=after))


def here(at: Agency) -> VersionPage:
    kept.forget()
    page = in_force_at(BIRTH, at.pk)
    assert page is not None
    return page


def test_an_overlay_is_written_and_read_back_and_silence_is_empty() -> None:
    assert read(stored(OURS)) == OURS
    assert stored(NOTHING) == {}


def test_each_part_is_laid_over_its_own_and_says_where_it_comes_from(world: World) -> None:
    said = nation()
    laid = laid_over(said, [Stated(agency="UBND xã", basis=BASIS, on="2026-11-09", overlay=OURS)])
    rows = {row.channel: row for row in laid.cases[0].channels}
    assert (rows["online"].amount, rows["online"].unit) == (4, "hour")
    assert rows["counter"].unit == said.cases[0].channels[1].unit
    assert (rows["post"].fees[0].amount, rows["post"].fees[0].basis) == (5000, BASIS)
    assert laid.cases[0].papers[-1].name == "Bản đồ đường đến nhà"
    assert laid.sources["cases.0.channels.0.time"]["source"] == BASIS
    assert laid.sources[f"cases.0.papers.{len(said.cases[0].papers)}"]["local"] == "UBND xã"


def test_a_fee_takes_the_place_of_its_kind_under_its_condition_and_its_doubt_goes(world: World) -> None:
    said = nation()
    row = said.cases[0].channels[0]
    first = row.fees[0]
    doubted = replace(said, flags=({"path": "cases.0.channels.0.fees.0", "why": "from_memory"},))
    ours = Overlay(fees=(LocalFee(channel=row.channel, kind=first.kind, when=first.when, amount=1),))
    laid = laid_over(doubted, [Stated(agency="A", basis="", on="2026-11-09", overlay=ours)])
    fees = laid.cases[0].channels[0].fees
    kept_here = tuple(one for one in row.fees if (one.kind, one.when) != (first.kind, first.when))
    assert (fees[0].amount, fees[1:]) == (1, kept_here)
    assert laid.flags == ()
    assert laid.cases[0].channels[1].fees == said.cases[0].channels[1].fees


def test_what_holds_nowhere_or_is_longer_than_the_nations_is_found(world: World) -> None:
    said = nation("1.001612")
    unit = said.cases[0].channels[0].unit
    amount = said.cases[0].channels[0].amount or 0
    ours = Overlay(
        times=(LocalTime(amount=amount + 1, unit=unit), LocalTime(case="không có", amount=1, unit=unit)),
    )
    assert longer_terms(ours, said) == [0]
    assert unknown_cases(ours, said) == ["không có"]


def test_what_a_province_states_holds_at_its_communes_until_they_state_their_own(world: World) -> None:
    assert state(world, province(), Overlay(fees=OURS.fees))
    committee = agency("ubnd_xa")
    assert here(committee).local.by[0]["basis"] == BASIS  # type: ignore[union-attr]
    assert here(committee).id == here(province()).id == here(agency("ubnd_xa", OTHER_COMMUNE)).id
    assert state(world, committee, Overlay(contact="Gọi 113"), basis="")
    page = here(committee)
    assert [one["agency"] for one in page.local.by] == [province().name, committee.name]  # type: ignore[union-attr]
    assert page.cases[0].channels[0].fees[0].amount == 5000
    assert page.local.contact == "Gọi 113"  # type: ignore[union-attr]
    assert here(agency("ubnd_xa", OTHER_COMMUNE)).id == here(province()).id != page.id
    assert in_force(BIRTH).version.local is None  # type: ignore[union-attr]


def test_a_new_version_of_the_nation_draws_the_local_ones_anew(world: World) -> None:
    committee = agency("ubnd_xa")
    state(world, committee, OURS)
    before = here(committee)
    publish(BIRTH, replace(nation(), summary="Câu mới"), origin="person", at=LATER)
    after = here(committee)
    assert (after.summary, after.number, after.in_force_from) == ("Câu mới", before.number + 1, LATER)
    assert after.cases[0].papers[-1].name == "Bản đồ đường đến nhà"
    assert Version.objects.get(pk=before.id).in_force_to == LATER


def test_saying_nothing_ends_it_and_saying_the_same_is_no_news(world: World) -> None:
    committee = agency("ubnd_xa")
    assert state(world, committee, OURS)
    assert not state(world, committee, OURS, after=1)
    assert state(world, committee, NOTHING, after=1, basis="")
    assert here(committee).local is None
    assert holding.standing(Procedure.objects.get(code=BIRTH), committee).number == 2
    assert state(world, committee, OURS, after=2)
    assert here(committee).number == 2


def test_whoever_saw_an_older_rule_writes_over_nothing(world: World) -> None:
    committee = agency("ubnd_xa")
    state(world, committee, OURS)
    with pytest.raises(stating.Refused, match="stale"):
        state(world, committee, NOTHING)
    with pytest.raises(stating.Refused, match="loại tiền"):
        state(world, committee, Overlay(fees=(LocalFee(kind="quà", amount=1),)), after=1)
    assert LocalRule.objects.count() == 1


def test_with_the_procedure_the_local_versions_go_and_come_back(world: World) -> None:
    committee, procedure = agency("ubnd_xa"), Procedure.objects.get(code=BIRTH)
    state(world, committee, OURS)
    local = here(committee)
    nations = in_force(BIRTH)
    assert nations is not None
    keeping.withdraw(procedure, reason="Bãi bỏ", replaced_by="", at=LATER)
    assert Version.objects.get(pk=local.id).in_force_to == LATER
    with pytest.raises(stating.Refused, match="not_in_force"):
        state(world, committee, NOTHING, after=1)
    keeping.restore(Version.objects.get(pk=nations.version.id), at=LATER + timedelta(days=1))
    assert here(committee).cases[0].papers[-1].name == "Bản đồ đường đến nhà"


def test_rules_and_what_follows_from_them_never_change(world: World) -> None:
    committee = agency("ubnd_xa")
    state(world, committee, OURS)
    local = Version.objects.get(pk=here(committee).id)
    for refused in ("update catalogue_localrule set basis = ''", "delete from catalogue_localrule"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(refused)
    with pytest.raises(IntegrityError, match="nothing is added"), transaction.atomic():
        local.cases.create(position=99, name="thêm sau")


def test_another_commune_reads_the_nations_version(world: World) -> None:
    state(world, agency("ubnd_xa"), OURS)
    other = here(agency("ubnd_xa", OTHER_COMMUNE))
    assert other.local is None
    assert plain(nation())["cases"][0]["papers"][-1]["name"] == other.cases[0].papers[-1].name
