"""Facts are compared, wording is not."""

from motcua.catalogue import content
from motcua.catalogue.comparing import apart, disagreements, value_at

from .making import channel, fee, paper, said


def compared(key: str, ours: content.Content, theirs: content.Content) -> list[str]:
    return [one.path for one in disagreements(key, content.plain(ours), content.plain(theirs))]


def case(*channels: content.Channel, papers: tuple[content.Paper, ...] = ()) -> tuple[content.Case, ...]:
    return (content.Case(channels=channels, papers=papers),)


def test_a_name_with_and_without_its_opening_word_is_one_name() -> None:
    assert compared("name", said(name="Đăng ký khai sinh"), said(name="Thủ tục đăng ký khai sinh")) == []


def test_the_official_name_is_what_is_compared() -> None:
    ours = said(name="Chứng thực", official_name="Chứng thực bản sao từ bản chính")

    assert compared("name", ours, said(name="Chứng thực bản sao từ bản chính")) == []
    assert compared("name", ours, said(name="Chứng thực chữ ký")) == ["name"]


def test_a_body_that_is_known_is_compared_by_its_kind() -> None:
    ours = said(executing="Ủy ban nhân dân cấp xã", body="ubnd_xa")

    assert compared("executing", ours, said(executing="UBND xã, phường", body="ubnd_xa")) == []
    assert compared("executing", ours, said(executing="Sở Tư pháp")) == ["executing"]


def test_a_term_that_was_not_understood_disagrees_with_nothing() -> None:
    ours, theirs = case(channel(amount=3)), case(channel(amount=None, unit="", text="3"))

    assert compared("cases", said(cases=ours), said(cases=theirs)) == []


def test_terms_fees_and_ways_are_compared_apart() -> None:
    ours = case(channel(amount=3, fees=(fee(0),)))
    theirs = case(channel("counter", amount=5, fees=(fee(8000),)), channel("post", amount=5, fees=()))

    assert compared("cases", said(cases=ours), said(cases=theirs)) == ["cases.channels", "cases.times", "cases.fees"]


def test_a_conditional_fee_is_no_part_of_what_is_compared() -> None:
    ours = case(channel(fees=(fee(0), fee(8000, kind="phi", when="Xin thêm bản sao"))))

    assert compared("cases", said(cases=ours), said(cases=case(channel(fees=(fee(0),))))) == []


def test_notes_are_no_papers() -> None:
    ours = case(channel(), papers=(paper("A"),))
    theirs = case(channel(), papers=(paper("A"), paper("Lưu ý", kind="note", originals=0)))

    assert compared("cases", said(cases=ours), said(cases=theirs)) == []


def test_our_own_words_are_never_compared() -> None:
    assert compared("summary", said(summary="Ngắn"), said(summary="Dài")) == []


def test_the_value_at_a_path_is_a_view_or_the_value_itself() -> None:
    plain = content.plain(said(cases=case(channel(fees=(fee(8000),)))))

    assert value_at("cases.fees", plain) == {"counter": [8000]}
    assert value_at("cases.0.channels.0.amount", plain) == 3
    assert value_at("cases.4.name", plain) is None


def test_two_lists_are_told_without_what_both_say() -> None:
    told = apart(["Cũ", "Cả hai", "Cũ"], ["Cả hai", "Mới"])

    assert (told.before, told.after, bool(told)) == (("Cũ",), ("Mới",), True)
    assert not apart(["Cả hai"], ["Cả hai"])
