"""Places in a paragraph are filled by data, and nothing else in it is read."""

from motcua.documents.places import filled, unknown_places


def test_the_line_of_an_unknown_place_is_named() -> None:
    assert unknown_places("Mã {ma_ho_so}\nNgười {nguoi_ky} và {}") == [(2, "nguoi_ky"), (2, "")]


def test_what_is_known_is_filled_and_what_is_not_is_left_empty() -> None:
    assert filled("Mã {ma_ho_so}, hẹn {hen_tra}. $x$ #y", {"ma_ho_so": "H1"}) == "Mã H1, hẹn . $x$ #y"


def test_what_was_filled_in_is_not_read_again() -> None:
    assert filled("{chu_ho_so}", {"chu_ho_so": "{ma_ho_so}", "ma_ho_so": "H1"}) == "{ma_ho_so}"
