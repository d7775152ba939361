"""Ids are version 7 and sort by birth."""

from motcua.common.ids import new_id


def test_ids_are_uuid7_in_order() -> None:
    ids = [new_id() for _ in range(1000)]

    assert {one.version for one in ids} == {7}
    assert ids == sorted(ids)
    assert len(set(ids)) == 1000
