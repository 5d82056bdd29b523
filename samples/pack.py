"""A sheet's XML in the container that JasperReports writes."""

import io
import zipfile
from functools import cache

from samples.package_parts import package_parts

_EPOCH = (1980, 1, 1, 0, 0, 0)
_SHEET = "xl/worksheets/sheet1.xml"


def pack(sheet: str) -> bytes:
    """Packs a sheet into a workbook; the same sheet gives the same bytes.

    Args:
        sheet: XML of the one worksheet.

    Returns:
        The bytes of the xlsx file.
    """
    file = io.BytesIO()
    file.write(_container())
    with zipfile.ZipFile(file, "a") as archive:
        _add(archive, _SHEET, sheet)
    return file.getvalue()


@cache
def _container() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in package_parts().items():
            _add(archive, name, text)
    return file.getvalue()


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    part = zipfile.ZipInfo(name, _EPOCH)
    part.create_system = 0
    archive.writestr(part, text.encode(), zipfile.ZIP_DEFLATED, compresslevel=1)
