"""What a letterhead asks for, and what it refuses."""

from motcua.backoffice.forms import LetterheadForm


def test_everything_may_be_left_empty() -> None:
    form = LetterheadForm({}, {}, now=None)

    assert form.is_valid()
    look = form.look()
    assert (look.parent, look.heading, look.paragraph, look.by_hand) == ("", "", "", False)
    assert "drop_logo" not in form.fields


def test_the_places_that_may_stand_in_the_paragraph_are_told() -> None:
    assert "{ma_ho_so} (mã hồ sơ)" in LetterheadForm(None, None, now=None).fields["paragraph"].help_text
