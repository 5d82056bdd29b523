"""The parts of the workbook beside its sheet."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_VND = "application/vnd.openxmlformats-"
_SHEET_NAME = "GLP039_LAPORAN REALISASI SUPER "


def package_parts() -> dict[str, str]:
    """XML by name of the parts beside the sheet; the sheet's name ends in a space, as in SAKTI's export."""
    return {
        "xl/_rels/workbook.xml.rels": _relations(
            ("rIdSt", f"{_OFFICE}/relationships/styles", "styles.xml"),
            ("rId1", f"{_OFFICE}/relationships/worksheet", "worksheets/sheet1.xml"),
        ),
        "[Content_Types].xml": _content_types(),
        "docProps/core.xml": f'{_HEAD}<coreProperties xmlns="{_PACKAGE}/metadata/core-properties"></coreProperties>',
        "docProps/app.xml": (
            f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
            "<Application>Serapan, contoh buatan (tata letak JasperReports)</Application></Properties>"
        ),
        "xl/styles.xml": _styles(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
            ("rId2", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            ("rId3", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "xl/workbook.xml": (
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">\n'
            f'<sheets>\n  <sheet name="{_SHEET_NAME}" sheetId="1" r:id="rId1"/>\n</sheets>\n<definedNames>\n'
            f"<definedName name=\"JR_PAGE_ANCHOR_0_1\">'{_SHEET_NAME}'!$A$1</definedName>\n</definedNames>\n</workbook>"
        ),
    }


def _relations(*relations: tuple[str, str, str]) -> str:
    inside = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in relations)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_types() -> str:
    parts = {
        "docProps/app.xml": f"{_VND}officedocument.extended-properties+xml",
        "docProps/core.xml": f"{_VND}package.core-properties+xml",
        "xl/styles.xml": f"{_VND}officedocument.spreadsheetml.styles+xml",
        "xl/workbook.xml": f"{_VND}officedocument.spreadsheetml.sheet.main+xml",
        "xl/worksheets/sheet1.xml": f"{_VND}officedocument.spreadsheetml.worksheet+xml",
    }
    inside = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_VND}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def _styles() -> str:
    fonts = (
        *(("11", "000000", False), ("10", "000000", True), ("8", "000000", False), ("7", "000000", False)),
        *(("8", "000000", True), ("7", "000000", True), ("7", "FF0000", False), ("7", "CC00CC", False)),
        *(("7", "FF00FF", False), ("7", "CC9900", False), ("6.5", "CC00CC", False)),
    )
    font = "".join(
        f'<font>{"<b/>" if bold else ""}<sz val="{size}"/><color rgb="FF{color}"/><name val="SansSerif"/></font>'
        for size, color, bold in fonts
    )
    formats = (
        *((0, 0, "left"), (0, 1, "center"), (0, 3, "left"), (0, 2, "center"), (0, 2, "center"), (0, 2, "left")),
        *((0, 2, "right"), (0, 2, "left"), (0, 4, "center"), (0, 5, "left"), (3, 5, "right"), (3, 5, "right")),
        *((10, 5, "center"), (0, 3, "left"), (3, 3, "right"), (10, 3, "center"), (0, 6, "left"), (3, 6, "right")),
        *((10, 6, "center"), (0, 7, "left"), (3, 7, "right"), (3, 8, "right"), (10, 7, "center"), (0, 9, "left")),
        *((3, 9, "right"), (10, 9, "center"), (0, 5, "left"), (0, 10, "left")),
    )
    cell = "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" '
        f'applyAlignment="1"><alignment wrapText="1" horizontal="{side}" vertical="center"/></xf>'
        for number, font, side in formats
    )
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts>{font}</fonts>'
        '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f"<cellXfs>{cell}</cellXfs>"
        '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
