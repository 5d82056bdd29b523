"""What a workbook must pass before a parser sees it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.scan_sheet import scan_sheet
from loaders.scan_xml import check_xml, scan_xml
from loaders.scan_zip import ZipParts
from loaders.sheet_scan import SheetScan
from loaders.visible import visible

_PADDED = re.compile(r"0{2,}")
_BOOK = "xl/workbook.xml"
_XML = (".xml", ".rels", ".vml")
_Elements = list[tuple[str, dict[str, str]]]


@dataclass(frozen=True)
class Tab:
    """One worksheet of a workbook, as the guard saw it.

    Attributes:
        name: The tab's name.
        hidden: True when a person does not see it.
        scan: What its part holds.
    """

    name: str
    hidden: bool
    scan: SheetScan


@dataclass(frozen=True)
class Book:
    """A workbook, as the guard saw it.

    Attributes:
        tabs: The worksheets, in the workbook's order.
        issues: What a person has to know about the whole file: macros, links to other files.
    """

    tabs: tuple[Tab, ...]
    issues: tuple[Issue, ...]


def guard(parts: ZipParts) -> Book:
    """Checks every XML part of an Office Open XML workbook, and every sheet cell by cell.

    Args:
        parts: The archive, its directory checked by `scan_zip`.

    Raises:
        Unreadable: Whatever a parser would choke on, or be lied to by.
    """
    infos = parts.infos
    book = _target(parts, "_rels/.rels", "officeDocument", "")
    folder, _, leaf = (book or "").rpartition("/")
    relations = f"{folder}/_rels/{leaf}.rels".removeprefix("/")
    if book != _BOOK or book not in infos or relations not in infos:  # the parser looks nowhere else
        raise Unreadable(Issue.of("zip-not-workbook"))
    sheets = [attributes for tag, attributes in scan_xml(parts.pieces(book), book) if tag == "sheet"]
    if not sheets:
        raise Unreadable(Issue.of("no-sheets"))
    if len(sheets) > limits.SHEETS:
        raise Unreadable(Issue.of("too-many-sheets", count=len(sheets), limit=limits.SHEETS))
    related = [attributes for tag, attributes in scan_xml(parts.pieces(relations), relations) if tag == "Relationship"]
    _refuse_twice(sheet.get("name", "") for sheet in sheets)
    _refuse_twice(attributes.get("Id", "") for attributes in related)
    targets = {
        attributes.get("Id", ""): (attributes.get("Type", ""), _join(folder, attributes.get("Target", "")))
        for attributes in related
        if attributes.get("TargetMode") != "External"
    }
    styles = [target for kind, target in targets.values() if kind.endswith("/styles")]
    padded = _padded_styles(scan_xml(parts.pieces(styles[0]), styles[0])) if styles and styles[0] in infos else {}
    seen = {"_rels/.rels", book, relations}
    tabs = []
    for sheet in sheets:
        name = sheet.get("name", "")
        part = _sheet_part(sheet, targets, parts)
        if part is None:
            continue
        if part in seen:
            raise Unreadable(Issue.of("zip-duplicate-part", raw=part))
        seen.add(part)
        scan = scan_sheet(lambda part=part: parts.pieces(part), visible(name), padded)  # type: ignore[misc]
        tabs.append(Tab(name=name, hidden=sheet.get("state", "visible") != "visible", scan=scan))
    for name in infos:
        if name not in seen and name.lower().endswith(_XML):
            check_xml(parts.pieces(name), name)
    if not tabs:
        raise Unreadable(Issue.of("no-sheets"))
    return Book(tuple(tabs), tuple(_notices(parts)))


def _sheet_part(sheet: dict[str, str], targets: dict[str, tuple[str, str]], parts: ZipParts) -> str | None:
    """The part of a worksheet; None for a chart sheet or a sheet of macros."""
    identities = [value for key, value in sheet.items() if key.rpartition(":")[2] == "id"]
    kind, target = targets.get(identities[0], ("", "")) if len(identities) == 1 else ("", "")
    if kind and not kind.endswith("/worksheet"):
        return None
    if target not in parts.infos:
        raise Unreadable(Issue.of("sheet-part-missing", sheet=visible(sheet.get("name", ""))))
    return target


def _refuse_twice(names: Iterable[str]) -> None:
    """Of two with one name, guard and parser may each take another."""
    twice = [name for name, count in Counter(name.casefold() for name in names).items() if count > 1]
    if twice:
        raise Unreadable(Issue.of("zip-duplicate-part", raw=visible(twice[0])))


def _notices(parts: ZipParts) -> list[Issue]:
    issues = []
    macros = [
        name for name in parts.infos if name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name.lower()
    ]
    if macros:
        issues.append(Issue.of("macros", raw=macros[0].rpartition("/")[2]))
    links = [name for name in parts.infos if "/externallinks/_rels/" in name.lower()]
    if links:
        targets = sorted({_leaf(target) for name in links for target in _targets(parts, name)})
        issues.append(Issue.of("external-links", raw=", ".join(targets[:5]) or "namanya tidak disebut"))
    return issues


def _targets(parts: ZipParts, relations: str) -> list[str]:
    found = scan_xml(parts.pieces(relations), relations)
    return [attributes.get("Target", "") for tag, attributes in found if tag == "Relationship"]


def _leaf(target: str) -> str:
    """The name of a linked file without its folders, which may name a person."""
    return visible(re.split(r"[/\\]", target)[-1])[:80]


def _target(parts: ZipParts, relations: str, kind: str, folder: str) -> str | None:
    if relations not in parts.infos:
        return None
    for tag, attributes in scan_xml(parts.pieces(relations), relations):
        if tag == "Relationship" and attributes.get("Type", "").endswith(f"/{kind}"):
            return _join(folder, attributes.get("Target", ""))
    return None


def _join(folder: str, target: str) -> str:
    """The part that a relation points to; none where the parser would take another (`xl/…` below `xl`)."""
    if folder and target.startswith(f"{folder}/"):
        return ""
    if target.startswith("/"):
        return target.lstrip("/")
    return f"{folder}/{target}" if folder else target


def _padded_styles(elements: _Elements) -> dict[str, int]:
    """Digits shown, by index of the cell styles whose number format pads with zeros (`000`)."""
    formats: dict[str, int] = {}
    padded: dict[str, int] = {}
    inside = False
    index = 0
    for tag, attributes in elements:
        if tag == "numFmt":
            shown = attributes.get("formatCode", "").partition(";")[0]
            if _PADDED.fullmatch(shown):
                formats[attributes.get("numFmtId", "")] = len(shown)
        elif tag in {"cellXfs", "cellStyleXfs", "cellStyles", "dxfs"}:
            inside = tag == "cellXfs"
        elif tag == "xf" and inside:
            digits = formats.get(attributes.get("numFmtId", ""))
            if digits:
                padded[str(index)] = digits
            index += 1
    return padded
