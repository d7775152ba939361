"""Money at the counter: recorded once, waived on a ground, never by who is no cashier."""

import pytest
from django.test import Client
from django.utils import timezone

from motcua.common.ids import new_id
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Status
from motcua.payments.actions import Line
from motcua.payments.models import Settlement
from tests.world import World

from .conftest import page, text_of


@pytest.fixture
def dossier(world: World) -> Dossier:
    found = world.dossier("begin", at=timezone.now())
    actions.waive(found, new_id(), by=world.chi, at=timezone.now(), ground="Nghị quyết 1")
    line = Line("le_phi", 8_000, per="bản", quantity=2, when_due="nộp tại quầy khi nhận kết quả")
    actions.ask_fee(found, [line], by=world.dung, at=timezone.now(), ground="TT 281/2016/TT-BTC")
    return found


def address(dossier: Dossier) -> str:
    return f"/can-bo/ho-so/{dossier.code}/thu-tien/"


def test_what_is_due_is_told_and_a_payment_moves_on(chi: Client, dossier: Dossier) -> None:
    said = page(chi, address(dossier)).replace("\xa0", " ")
    assert "8.000 đ/bản × 2, nộp tại quầy khi nhận kết quả" in said
    assert "Còn phải nộp 16.000 đ" in said
    paid = {"token": str(new_id()), "amount": "16.000", "means": "cash", "receipt_number": "BL9", "paid": "1"}

    for _ in range(2):
        answer = chi.post(address(dossier), paid)

    assert answer.status_code == 302
    assert Settlement.objects.filter(kind="payment").get().amount == 16_000
    assert Dossier.objects.get().status == Status.PROCESSING
    assert "biên lai số BL9" in page(chi, address(dossier))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"amount": "", "means": "cash", "receipt_number": "1"}, "Ghi số tiền, bằng đồng"),
        ({"amount": "tám nghìn", "means": "cash", "receipt_number": "1"}, "Ghi bằng số"),
        ({"amount": "0", "means": "cash", "receipt_number": "1"}, "Ghi số từ 1 trở lên"),
        ({"amount": "16000", "means": "", "receipt_number": "1"}, "Chọn cách nộp"),
        ({"amount": "16000", "means": "cash", "receipt_number": ""}, "Ghi số biên lai"),
    ],
)
def test_what_is_missing_is_told_and_what_was_typed_stays(
    chi: Client, dossier: Dossier, typed: dict[str, str], said: str
) -> None:
    answer = chi.post(address(dossier), {"token": str(new_id()), "paid": "1", **typed})

    assert answer.status_code == 422
    assert said in text_of(answer.content.decode())
    assert not Settlement.objects.filter(kind="payment").exists()


def test_a_waiver_and_an_amount_of_a_document(world: World, chi: Client) -> None:
    dossier = world.dossier("begin", at=timezone.now())
    charge = page(chi, address(dossier))
    assert "theo văn bản" in charge
    html = chi.get(address(dossier)).content.decode()
    pk = html.split('name="charge" value="')[1].split('"')[0]
    stated = {"token": str(new_id()), "charge": pk, "amount": "5000", "quantity": "3", "stated": "1"}
    assert chi.post(address(dossier), stated).status_code == 302
    assert "Còn phải nộp 15.000" in page(chi, address(dossier)).replace("\xa0", " ")

    assert chi.post(address(dossier), {"token": str(new_id()), "ground": "", "waived": "1"}).status_code == 422
    assert chi.post(address(dossier), {"token": str(new_id()), "ground": "Điều 5", "waived": "1"}).status_code == 302
    assert "Đã nộp đủ hoặc được miễn" in page(chi, address(dossier))


def test_a_receipt_used_twice_is_refused_in_words(chi: Client, dossier: Dossier) -> None:
    paid = {"amount": "1000", "means": "cash", "receipt_number": "BL1", "paid": "1"}
    chi.post(address(dossier), {"token": str(new_id()), **paid})
    answer = chi.post(address(dossier), {"token": str(new_id()), **paid})

    assert answer.status_code == 422
    assert "Số biên lai này đã được ghi" in text_of(answer.content.decode())


def test_a_handler_takes_no_money_and_giang_sees_nothing(world: World, dung: Client, dossier: Dossier) -> None:
    paid = {"token": str(new_id()), "amount": "1000", "means": "cash", "receipt_number": "BL1", "paid": "1"}

    assert dung.post(address(dossier), paid).status_code == 409
    assert world.client(world.giang).get(address(dossier)).status_code == 404
