"""Signature fields in a paper drawn by Typst.

The template marks the place of each with a link to `MARK` + name. That link already stands alone in a structure
element of its own, so it becomes the widget of a signature field inside a /Form element (ISO 14289-1, 7.18.4), with a
name for readers (/TU) and an appearance that is empty: what is seen was drawn by the template.
"""

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

MARK = "https://field.invalid/"
PRINTED_AND_LOCKED = 132  # annotation flags Print and Locked (ISO 32000-1, 12.5.3)
SIGNATURES_EXIST_APPEND_ONLY = 3  # ISO 32000-1, 12.7.2


def make_fields(writer: IncrementalPdfFileWriter, names: dict[str, str]) -> None:
    """Turn every marked place into an empty signature field; `names` maps a field to its name for readers."""
    made = ArrayObject()
    for number in range(int(writer.root["/Pages"]["/Count"])):
        page_reference, _resources = writer.find_page_for_modification(number)
        page = page_reference.get_object()
        for position in range(len(page.get("/Annots", ()))):
            reference = page["/Annots"].raw_get(position)
            name = _marked(reference.get_object())
            if name in names:
                _become_field(writer, reference, page_reference, (name, names[name]))
                made.append(reference)
    form = DictionaryObject({pdf_name("/Fields"): made, pdf_name("/SigFlags"): generic.NumberObject(0)})
    writer.root["/AcroForm"] = writer.add_object(form)
    writer.update_root()


def _marked(annotation: DictionaryObject) -> str:
    address = str(annotation.get("/A", {}).get("/URI", ""))
    return address.removeprefix(MARK) if address.startswith(MARK) else ""


def _become_field(
    writer: IncrementalPdfFileWriter, reference: IndirectObject, page: IndirectObject, names: tuple[str, str]
) -> None:
    """Field and widget in one object: poppler finds no signature where they are two."""
    annotation = reference.get_object()
    for key in ("/A", "/Border", "/Contents"):
        annotation.pop(key, None)
    left, bottom, right, top = (float(edge) for edge in annotation["/Rect"])
    seen = generic.StreamObject(
        DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/XObject"),
                pdf_name("/Subtype"): pdf_name("/Form"),
                pdf_name("/BBox"): ArrayObject(
                    generic.FloatObject(edge) for edge in (0, 0, right - left, top - bottom)
                ),
                pdf_name("/Resources"): DictionaryObject(),
            }
        ),
        stream_data=b"",
    )
    annotation.update(
        {
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Sig"),
            pdf_name("/T"): pdf_string(names[0]),
            pdf_name("/TU"): pdf_string(names[1]),
            pdf_name("/F"): generic.NumberObject(PRINTED_AND_LOCKED),
            pdf_name("/P"): page,
            pdf_name("/AP"): DictionaryObject({pdf_name("/N"): writer.add_object(seen)}),
        }
    )
    writer.mark_update(reference)
    element = _parent_tree(writer)[int(annotation["/StructParent"])]
    element.get_object()[pdf_name("/S")] = NameObject("/Form")
    writer.mark_update(element)


def _parent_tree(writer: IncrementalPdfFileWriter) -> dict[int, IndirectObject]:
    """Structure elements by the number under which an annotation names them (ISO 32000-1, 14.7.4.4)."""
    found: dict[int, IndirectObject] = {}
    nodes = [writer.root["/StructTreeRoot"]["/ParentTree"]]
    while nodes:
        node = nodes.pop()
        numbers = node.get("/Nums", ArrayObject())
        for place in range(0, len(numbers), 2):
            found[int(numbers[place])] = numbers.raw_get(place + 1)
        nodes += list(node.get("/Kids", ()))
    return found
