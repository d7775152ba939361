"""Open data: the published catalogue as linked data, and what search engines read."""

import json
from collections.abc import Iterator
from typing import Final
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.agencies.offices import codes_today
from motcua.agencies.queries import home_desk
from motcua.catalogue import edition, queries
from motcua.transparency.linked import CONTEXT, Describing

TYPE: Final = "application/ld+json"
MOST_URLS: Final = 40_000
"""Addresses of one sitemap; the protocol allows 50,000."""


@require_safe
@public
def hub(request: HttpRequest) -> HttpResponse:
    """What there is to take away, for people."""
    return render(request, "transparency/open_files.html", {"count": queries.count_in_force()})


@require_safe
@public
def catalogue(request: HttpRequest) -> HttpResponseBase:
    """CPSV-AP 3.2 as JSON-LD, written as it is read; whoever holds this edition already is told so."""
    tag = f'"{edition.current()}-2"'
    unchanged = get_conditional_response(request, etag=tag)
    if isinstance(unchanged, HttpResponse):
        return unchanged
    response = StreamingHttpResponse(_document() if request.method == "GET" else iter(()), content_type=TYPE)
    response.headers["ETag"] = tag
    response.headers["Content-Disposition"] = 'inline; filename="catalogue.jsonld"'
    patch_cache_control(response, public=True, no_cache=True)
    return response


def _document() -> Iterator[str]:
    with translation.override(settings.LANGUAGE_CODE):
        desk = home_desk(timezone.localdate())
        describing = Describing(settings.PUBLIC_URL, desk.agency.name if desk else "Một Cửa")
        yield '{"@context": ' + json.dumps(CONTEXT) + ', "@graph": [\n'
        yield ",\n".join(json.dumps(node, ensure_ascii=False) for node in describing.shared())
        codes = queries.codes_in_force()
        here = tuple(codes)
        for code, said in queries.contents_in_force(codes):
            yield ",\n" + json.dumps(describing.service(code, said, here=here), ensure_ascii=False)
        yield "\n]}\n"


@require_safe
@public
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every procedure with when it changed, and every office (sitemaps.org 0.9); more than one file has its index."""
    rows = _addresses()
    parts = -(-len(rows) // MOST_URLS)
    asked = request.GET.get("phan", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    if number > parts:
        raise Http404
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    if parts > 1 and not number:
        entries = [(f"{reverse('sitemap')}?phan={part}", "") for part in range(1, parts + 1)]
        _xml(response, "sitemapindex", "sitemap", entries)
    else:
        first = max(number - 1, 0) * MOST_URLS
        names = ("portal:home", "portal:search", "portal:guide", "portal:offices")
        pages = [] if number > 1 else [(reverse(name), "") for name in names]
        _xml(response, "urlset", "url", [*pages, *rows[first : first + MOST_URLS]])
    patch_cache_control(response, public=True, max_age=3600)
    return response


def _addresses() -> list[tuple[str, str]]:
    """Procedures with the day they changed, then offices; of these no day is known."""
    procedures = [(reverse("portal:procedure", args=[code]), day) for code, day in queries.addresses_in_force()]
    return procedures + [(reverse("portal:office", args=[code]), "") for code in codes_today()]


def _xml(response: HttpResponse, root: str, element: str, entries: list[tuple[str, str]]) -> None:
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement(root, AttributesImpl({"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}))
    for address, day in entries:
        xml.startElement(element, AttributesImpl({}))
        xml.addQuickElement("loc", settings.PUBLIC_URL + address)
        if day:
            xml.addQuickElement("lastmod", day)
        xml.endElement(element)
    xml.endElement(root)
    xml.endDocument()


@require_safe
@public
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: what is public, nothing of a person or a desk."""
    kept = (
        "/can-bo/",
        "/quan-ly/",
        "/nop-ho-so/",
        "/tai-khoan/",
        "/ho-so/",
        "/tra-cuu/",
        "/kiem-tra/",
        "/dich-vu-cong/goi-y/",
        "/co-quan/goi-y-noi/",
    )
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in kept)]
    lines.append(f"Sitemap: {settings.PUBLIC_URL}{reverse('sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@public
def opensearch(request: HttpRequest) -> HttpResponse:
    """OpenSearch 1.1: a browser can search here from its address bar."""
    response = HttpResponse(content_type="application/opensearchdescription+xml; charset=utf-8")
    search, suggest = settings.PUBLIC_URL + reverse("portal:search"), settings.PUBLIC_URL + reverse("portal:suggest")
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement("OpenSearchDescription", AttributesImpl({"xmlns": "http://a9.com/-/spec/opensearch/1.1/"}))
    xml.addQuickElement("ShortName", "Một Cửa")
    xml.addQuickElement("Description", "Tìm thủ tục hành chính, không dấu cũng được")
    xml.addQuickElement("Language", "vi")
    xml.addQuickElement("InputEncoding", "UTF-8")
    xml.addQuickElement("Url", attrs={"type": "text/html", "template": f"{search}?tu-khoa={{searchTerms}}"})
    xml.addQuickElement("Url", attrs={"type": "application/json", "template": f"{suggest}?q={{searchTerms}}"})
    xml.endElement("OpenSearchDescription")
    xml.endDocument()
    patch_cache_control(response, public=True, max_age=86400)
    return response
