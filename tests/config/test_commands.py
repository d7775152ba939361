"""The commands, called as the command line calls them."""

import dataclasses
from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from motcua.accounts import authenticators
from motcua.accounts.models import Account, Authenticator, RoleHeld
from motcua.agencies.models import Agency, FormerUnit
from motcua.catalogue.importing import Summary
from motcua.catalogue.models import Procedure
from motcua.config import home
from motcua.config.commands import (
    check,
    demo_code,
    import_procedures,
    import_units,
    make_officer,
    migrate,
    prepare,
    seed_demo,
)
from motcua.config.failures import CommandFailed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def place() -> None:
    """The home of this process; not each of them had to start a database there."""
    home.resolve().create()


def officer(**said: object) -> Namespace:
    default = {"login": "lan", "name": "Nguyễn Thị Lan", "id_number": "087195001234", "role": "intake", "phone": ""}
    return Namespace(**default | {"agency": None, "commune": "30073", "body": "centre", "subtree": False} | said)


class TestMakeOfficer:
    def test_makes_the_first_officer_of_an_empty_installation(self) -> None:
        answer = make_officer.run(officer())

        account = Account.objects.get(login="lan")
        held = RoleHeld.objects.get(account=account)
        assert account.check_password(answer["password"])
        assert (held.role, held.agency.name) == ("intake", "Trung tâm Phục vụ hành chính công xã Thanh Mỹ")
        assert not Authenticator.objects.filter(account=account).exists()
        assert answer["password"] in make_officer.describe(answer)

    def test_gives_a_role_at_an_agency_that_stands(self) -> None:
        code = make_officer.run(officer())["agency"]

        make_officer.run(officer(login="hoa", role="manager", commune=None, agency=code, subtree=True))

        held = RoleHeld.objects.get(account__login="hoa")
        assert (held.role, held.subtree, held.agency.unit_id) == ("manager", True, "30073")

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"role": "king"}, "There is no role king"),
            ({"commune": "99999"}, "There is no commune 99999"),
            ({"commune": None, "agency": "H99"}, "There is no agency H99"),
            ({"id_number": "123"}, "--id-number"),
        ],
    )
    def test_says_what_was_wrong_and_makes_nothing(self, said: dict[str, object], words: str) -> None:
        with pytest.raises(CommandFailed, match=words):
            make_officer.run(officer(**said))

        assert not Account.objects.exists()
        assert not Agency.objects.exists()

    def test_takes_no_login_twice(self) -> None:
        make_officer.run(officer())

        with pytest.raises(CommandFailed, match="lan is taken"):
            make_officer.run(officer(name="Trần Thị Lan"))


class TestDemoCode:
    def test_is_accepted_at_the_desk(self, demo: None) -> None:
        prepare.run(Namespace())

        answer = demo_code.run(Namespace(login="chi"))

        assert demo_code.describe(answer) == answer["code"]
        at = timezone.now() + timedelta(seconds=1)
        assert authenticators.accept(Account.objects.get(login="chi"), code=answer["code"], at=at)

    def test_is_refused_outside_a_demo(self) -> None:
        with pytest.raises(CommandFailed, match="no demo"):
            demo_code.run(Namespace(login="chi"))

    def test_is_refused_for_a_stranger(self, demo: None) -> None:
        with pytest.raises(CommandFailed, match="no officer"):
            demo_code.run(Namespace(login="binh"))


class TestPrepare:
    def test_has_people_in_a_demo_and_the_same_a_second_time(self, demo: None) -> None:
        first = prepare.run(Namespace())

        assert {"citizen", "intake", "handler", "approver"} <= {person["role"] for person in first["people"]}
        assert prepare.run(Namespace()) == first

    def test_has_nobody_otherwise(self) -> None:
        assert prepare.run(Namespace()) == {"people": []}
        assert not Account.objects.exists()


class TestImportUnits:
    def test_reads_a_table_of_successions(self, tmp_path: Path) -> None:
        file = tmp_path / "units.csv"
        file.write_text(
            "old_province,old_district_code,old_district,old_ward_code,old_ward,new_ward_code,kind,is_default\n"
            "Tỉnh Đồng Tháp,872,Huyện Tháp Mười,99901,Xã Không Có,30073,merged,1\n"
            "Tỉnh Đồng Tháp,872,Huyện Tháp Mười,99902,Xã Đã Lạc,99999,merged,1\n",
            encoding="utf-8",
        )

        answer = import_units.run(Namespace(file=str(file)))

        assert answer.rows == 2
        assert len(answer.unplaced) == 1
        assert FormerUnit.objects.filter(code="99901").exists()
        assert "Xã Đã Lạc" in import_units.describe(vars(answer))

    @pytest.mark.parametrize("content", [None, "a,b\n1,2\n"])
    def test_says_that_a_file_cannot_be_read(self, content: str | None, tmp_path: Path) -> None:
        file = tmp_path / "units.csv"
        if content is not None:
            file.write_text(content)

        with pytest.raises(CommandFailed, match=r"units\.csv cannot be read"):
            import_units.run(Namespace(file=str(file)))


class TestImportProcedures:
    def test_reads_a_file_beside_the_starter_catalogue(self, tmp_path: Path) -> None:
        file = tmp_path / "procedures.jsonl"
        file.write_text('{"code": "9.999999"}\nnot a record\n', encoding="utf-8")

        with pytest.raises(CommandFailed, match="holds no procedure"):
            import_procedures.run(Namespace(file=str(file)))

        assert Procedure.objects.count() >= 10

    def test_says_that_a_file_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(CommandFailed, match="cannot be read"):
            import_procedures.run(Namespace(file=str(tmp_path / "nowhere.jsonl.gz")))

    def test_describes_what_it_did(self) -> None:
        said = import_procedures.describe(dataclasses.asdict(Summary(total=3, new=2, skipped=["dòng 3: lạ"])))

        assert said.startswith("3 lines read: 2 new")
        assert said.endswith("dòng 3: lạ")


class TestCheck:
    def test_says_in_words_what_is_missing(self, demo: None) -> None:
        said = check.describe(check.run(Namespace()))

        assert "There is no virus scanner" in said
        assert "EMAIL_URL" in said
        assert "This is a demo" in said

    def test_fails_where_passwords_would_travel_open(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PUBLIC_URL", "http://motcua.example.vn")

        with pytest.raises(CommandFailed, match="not https"):
            check.run(Namespace())


def test_migrate_finds_nothing_to_do_a_second_time() -> None:
    assert migrate.run(Namespace()) == {"applied": 0}
    assert migrate.describe({"applied": 0}) == "The tables are up to date."


@pytest.mark.django_db(transaction=True)
def test_seed_demo_makes_nothing_twice(demo: None, settings: Settings) -> None:
    first = seed_demo.run(Namespace())
    second = seed_demo.run(Namespace())

    assert second == first
    assert {row["status"] for row in first["dossiers"]} >= {0, 1, 2, 3, 4, 9, 10}
    assert seed_demo.describe(first).startswith(f"{len(first['people'])} roles")
