"""Event → what follows. The only place where modules meet."""

from collections.abc import Callable
from datetime import datetime

from . import delivery, letters

REACTIONS: dict[str, tuple[Callable[[str, datetime], None], ...]] = {
    "dossier.file": (letters.tell_parties,),
    "dossier.accept": (letters.tell_parties,),
    "dossier.refuse": (letters.tell_parties,),
    "dossier.finish": (letters.tell_parties, delivery.hand_over_on_line),
}
