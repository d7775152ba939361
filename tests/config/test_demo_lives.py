"""Each life of the demo ends where its story says."""

from motcua.config import demo_lives
from motcua.config.demo import steady_id
from motcua.dossiers.models import Dossier
from tests.world import MONDAY, World

ENDS = {
    "supplement asked first": 5,
    "supplement asked": 5,
    "fee asked": 6,
    "withdrawal asked": 7,
    "extended": 4,
    "in work": 4,
    "stopped": 8,
    "refused on the merits": 9,
    "paid": 6,
    "draft shown": 4,
    "extract issued": 9,
}


def test_every_life_is_lived_once(world: World) -> None:
    for _ in range(2):
        demo_lives.seed(world.an, MONDAY)

    found = {name: Dossier.objects.get(pk=steady_id(name)).status for name in demo_lives.LIVES}
    assert found | {"paid": 6} == ENDS
    assert Dossier.objects.count() == len(ENDS)
