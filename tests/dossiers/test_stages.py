"""Stages come from the version; without any there are two of ours, the last an approval by another role."""

from motcua.dossiers.stages import DEFAULT, stages_of
from tests.world import World


def test_every_procedure_has_a_stage_and_ends_with_an_approval(world: World) -> None:
    stages = stages_of(world.page().id)

    assert stages
    assert stages[-1].approves


def test_ours_share_the_whole_term_between_two_roles() -> None:
    assert sum(stage.share for stage in DEFAULT) == 100
    assert [stage.role for stage in DEFAULT] == ["handler", "approver"]
