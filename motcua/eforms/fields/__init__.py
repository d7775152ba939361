"""Types of questions. Dropping a file in here registers a type; deleting it deletes the type."""

from importlib import import_module
from pkgutil import iter_modules

from ..field_type import FieldType

TYPES: dict[str, FieldType] = {
    found.name: import_module(f"{__name__}.{found.name}").Field() for found in iter_modules(__path__)
}
