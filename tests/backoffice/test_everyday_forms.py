"""What managers write of everyday words is read word by word."""

from motcua.backoffice.everyday_forms import SayingForm


def test_a_filler_needs_no_meaning() -> None:
    form = SayingForm({"said": " Ở  đâu? ", "kind": "filler"})

    assert form.is_valid()
    assert form.cleaned_data["said"] == "ở đâu"
