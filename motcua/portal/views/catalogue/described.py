"""A procedure as search engines read it: schema.org GovernmentService and its trail of pages, as one block of data."""

import json
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from markupsafe import Markup

from motcua.catalogue.models import Channel
from motcua.catalogue.queries import VersionPage

from .offices import Office

UNSAFE: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""What could end the block or a line of a script; JSON reads the escapes as the letters themselves."""


def json_ld(page: VersionPage, office: Office) -> Markup:
    """The block, safe to stand inside a script element of type application/ld+json."""
    told = json.dumps([_service(page, office), _trail(page)], ensure_ascii=False).translate(UNSAFE)
    return Markup(told)  # noqa: S704 - everything that could be markup is escaped above


def _address(page: VersionPage) -> str:
    return settings.PUBLIC_URL + reverse("portal:procedure", args=[page.code])


def _service(page: VersionPage, office: Office) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": _address(page),
        "url": _address(page),
        "identifier": page.code,
        "name": page.name,
        "description": page.summary or page.official_name,
        "serviceType": page.field_name,
        "inLanguage": "vi",
        "areaServed": {"@type": "Country", "name": "Việt Nam"},
        "provider": {"@type": "GovernmentOrganization", "name": page.executing or page.publisher_name},
        "serviceOperator": {"@type": "GovernmentOrganization", "name": page.publisher_name},
        "audience": [{"@type": "Audience", "audienceType": subject} for subject in page.subjects],
        "availableChannel": [_channel(page, office, way) for way in page.channels],
        "serviceOutput": [{"@type": "Thing", "name": one["name"]} for one in page.results if one["kind"] == "result"],
        "offers": _offer(page),
        "isRelatedTo": [
            {"@id": settings.PUBLIC_URL + reverse("portal:procedure", args=[code])} for code in page.related
        ],
    }
    return {key: value for key, value in found.items() if value}


def _channel(page: VersionPage, office: Office, way: str) -> dict[str, Any]:
    channel: dict[str, Any] = {"@type": "ServiceChannel", "name": str(Channel(way).label)}
    if way == Channel.ONLINE:
        return channel | {"serviceUrl": _address(page)}
    if office.receiver is not None:
        place = {"@type": "Place", "name": office.receiver.name, "address": office.receiver.address}
        channel["serviceLocation"] = {key: value for key, value in place.items() if value}
        if office.receiver.phone:
            channel["servicePhone"] = {"@type": "ContactPoint", "telephone": office.receiver.phone}
    return channel


def _offer(page: VersionPage) -> dict[str, Any]:
    """What it costs, only where one certain amount holds for everybody."""
    fee = page.glance.get("fee")
    if not fee or fee["low"] != fee["high"]:
        return {}
    return {"@type": "Offer", "price": fee["high"], "priceCurrency": "VND"}


def _trail(page: VersionPage) -> dict[str, Any]:
    search = settings.PUBLIC_URL + reverse("portal:search")
    steps = [
        ("Trang chủ", settings.PUBLIC_URL + reverse("portal:home")),
        ("Dịch vụ công trực tuyến", search),
        (page.name, _address(page)),
    ]
    entries = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(steps, 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": entries}
