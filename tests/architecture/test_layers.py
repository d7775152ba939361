"""Foreign keys point down, as imports do; they name their target by a string, which escapes the import linter."""

from django.apps import apps

from . import house


def test_relations_point_down() -> None:
    heights = house.layers()
    upwards = []
    for model in apps.get_models():
        if not model.__module__.startswith("motcua."):
            continue
        own = model.__module__.split(".")[1]
        for field in model._meta.get_fields():
            target = field.related_model if field.is_relation and field.concrete else None
            if not isinstance(target, type) or not target.__module__.startswith("motcua."):
                continue
            other = target.__module__.split(".")[1]
            if other != own and heights[other] >= heights[own]:
                upwards.append(f"{model.__name__}.{field.name} -> {target.__name__}")

    assert upwards == []


def test_every_app_has_its_storey() -> None:
    packages = {
        path.parent.name for path in house.committed("motcua/*/__init__.py") if path.parent.parent == house.PACKAGE
    }

    assert packages <= house.layers().keys()
