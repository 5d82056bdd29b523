"""Takes the pictures of the guides for staff: a month's work of an operator and a reviewer, in a real browser."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

import openpyxl
import pyotp
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from budget.reference import Reference
from samples.fa_detail import write_xlsx
from samples.sample_for import sample_for
from store.accounts import add_account
from store.database import Database
from store.role import Role
from tests.browser.chromium import visit, window
from tests.browser.staff import PASSWORD, choose_file, sign_in
from tests.serving import serve
from tests.staff_accounts import add_staff
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft

_ONE_TIME: Final = "sandi sekali pakai"
_DESK: Final = 1180
_PHONE: Final = 390
_TALLEST: Final = 2600
_COLOURS: Final = 64
_OCTOBER: Final = (2026, 10)
_GOOD: Final = "FA Detail Oktober.xlsx"
_WRONG: Final = "FA Detail Oktober salah.xlsx"

Camera = Callable[..., None]


def staff_screens(browser: Browser, place: Path, folder: Path) -> None:
    """Takes the pictures `staf-*.png`.

    Args:
        browser: To look with.
        place: Empty folder for a database and files.
        folder: Where the pictures go.
    """
    camera = _camera(folder)
    with _site(place) as (url, secret):
        _first_sign_in(browser, url, camera)
        _second_factor(browser, url, camera)
        with window(browser, _DESK) as (siti, _), window(browser, _DESK) as (rina, _):
            sign_in(siti, url, name="siti")
            _hand_in(siti, url, place, camera)
            sign_in(rina, url, name="rina", secret=secret)
            _review(rina, url, camera)
            _returned(siti, url, place, camera)
            _hand_in_another(browser, url, place)
            _approve(rina, url, camera)
            _correct(siti, url, place, camera)
            _ledger(rina, url, camera)
            _batch(rina, url, place, camera)
            _withdraw(rina, url, camera)
        _manage(browser, url, place, camera)


@contextmanager
def _site(place: Path) -> Iterator[tuple[str, str]]:
    with closing(fresh_database(place)) as database:
        drafts = [sample_draft(code, 2026, bulan) for code in (SURABAYA, BATU) for bulan in (8, 9)]
        release(database, *keep(database, *drafts, sample=True))
        add_staff(database, "siti", Role.OPERATOR, SURABAYA)
        secret = add_staff(database, "rina", Role.PENINJAU, "35") or ""
        for name, role, lingkup in (("budi", Role.OPERATOR, BATU), ("tono", Role.PENINJAU, "35")):
            now = datetime.now(UTC)
            add_account(database, name, _ONE_TIME, must_change=True, now=now, role=role, lingkup=lingkup)
    with serve(place / "serapan.sqlite") as url:
        yield url, secret


def _camera(folder: Path) -> Camera:
    def take(page: Page, name: str, *, top: Locator | None = None, bottom: Locator | None = None) -> None:
        """Saves what is between two things on the page, or all of it."""
        page.mouse.move(0, 0)
        height = page.evaluate(
            "() => Math.max(document.body.scrollHeight, "
            "document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0)"
        )
        width = page.viewport_size["width"] if page.viewport_size else _DESK
        page.set_viewport_size({"width": width, "height": min(height, _TALLEST)})
        page.wait_for_timeout(500)
        above, below = (one.bounding_box() if one else None for one in (top, bottom))
        start = max(above["y"] - 16, 0) if above else 0
        end = min(below["y"] + below["height"] + 16, _TALLEST) if below else min(height, _TALLEST)
        clip = {"x": 0, "y": start, "width": width, "height": end - start}
        picture = Image.open(BytesIO(page.screenshot(clip=clip))).convert("RGB").quantize(_COLOURS)
        path = folder / f"staf-{name}.png"
        picture.save(path, optimize=True)
        page.set_viewport_size({"width": width, "height": 900})
        print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")

    return take


def _first_sign_in(browser: Browser, url: str, camera: Camera) -> None:
    with window(browser, _PHONE) as (budi, _):
        _enter(budi, url, "budi")
        camera(budi, "sandi", bottom=budi.get_by_role("button", name="Ganti sandi"))
        _choose_password(budi)
        budi.wait_for_url(f"{url}/unggah")
        expect(budi.get_by_text("Unggah laporan seperti diekspor.")).to_be_visible()
        camera(budi, "ponsel")
    with window(browser, _PHONE) as (tono, _):
        tono.goto(f"{url}/masuk")
        camera(tono, "masuk", bottom=tono.get_by_role("link", name="Kembali ke halaman publik"))
        _enter(tono, url, "tono")
        _choose_password(tono)
        tono.wait_for_url(f"{url}/kode")
        camera(tono, "kode-pasang", bottom=tono.get_by_role("link", name="Batal dan keluar"))
        key = tono.locator(".secret").inner_text().replace(" ", "")
        tono.get_by_label("Kode").fill(pyotp.TOTP(key).now())
        tono.get_by_role("button", name="Lanjutkan").click()
        tono.wait_for_url(f"{url}/unggah")


def _second_factor(browser: Browser, url: str, camera: Camera) -> None:
    with window(browser, _PHONE) as (rina, _):
        rina.goto(f"{url}/masuk")
        rina.get_by_label("Akun").fill("rina")
        rina.get_by_label("Sandi").fill(PASSWORD)
        rina.get_by_role("button", name="Masuk").click()
        rina.wait_for_url(f"{url}/kode**")
        camera(rina, "kode", bottom=rina.get_by_role("link", name="Batal dan keluar"))


def _enter(page: Page, url: str, name: str) -> None:
    page.goto(f"{url}/masuk")
    page.get_by_label("Akun").fill(name)
    page.get_by_label("Sandi").fill(_ONE_TIME)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(f"{url}/sandi")


def _choose_password(page: Page) -> None:
    page.get_by_label("Sandi lama").fill(_ONE_TIME)
    page.get_by_label("Sandi baru", exact=True).fill(PASSWORD)
    page.get_by_label("Sandi baru sekali lagi").fill(PASSWORD)
    page.get_by_role("button", name="Ganti sandi").click()


def _hand_in(siti: Page, url: str, place: Path, camera: Camera) -> None:
    good = _write(place, SURABAYA, _GOOD)
    book = openpyxl.load_workbook(good)
    total = book.worksheets[0]["P9"]
    total.value = int(total.value) + 1
    book.save(place / _WRONG)
    choose_file(siti, place / _WRONG)
    marked = siti.get_by_role("button", name="Unduh buku kerja bertanda")
    expect(marked).to_be_visible()
    camera(siti, "salah", top=siti.get_by_role("heading", name="Laporan pemeriksaan"), bottom=marked)
    _upload(siti, url, good)
    button = siti.get_by_role("button", name="Ajukan")
    expect(button).to_be_visible()
    camera(siti, "unggah", bottom=siti.get_by_role("button", name="Unduh semua baris yang berubah"))
    note = siti.get_by_label("Catatan untuk publik")
    note.fill("Laporan Oktober")
    note.press("Tab")
    camera(siti, "ajukan", top=siti.get_by_text("Alasan serapan rendah, tinggi, atau turun"), bottom=button)
    button.click()
    said = siti.locator(".sp-good", has_text="menunggu peninjau")
    table = siti.get_by_role("region", name="Tabel pengajuan Anda")
    expect(table).to_be_visible()
    camera(siti, "diajukan", top=said, bottom=table)


def _review(rina: Page, url: str, camera: Camera) -> None:
    rina.goto(f"{url}/tinjau")
    rina.get_by_text("Perubahan dan laporan pengajuan 1", exact=True).click()
    give_back = rina.get_by_role("button", name="Kembalikan pengajuan 1")
    expect(give_back).to_be_visible()
    camera(rina, "antrean", bottom=rina.get_by_role("button", name="Unduh semua baris yang berubah"))
    rina.get_by_label("Alasan pengembalian").fill("Akun 521211 belum memuat SPM tanggal 30. Unduh ulang, lalu ajukan.")
    camera(rina, "kembalikan", top=rina.get_by_role("heading", name="Laporan pemeriksaan"), bottom=give_back)
    give_back.click()
    expect(rina.get_by_text("Pengajuan 1 dikembalikan kepada siti.")).to_be_visible()


def _returned(siti: Page, url: str, place: Path, camera: Camera) -> None:
    siti.goto(f"{url}/unggah")
    siti.get_by_text("Pengajuan 1 dikembalikan: ").click()
    expect(siti.get_by_role("button", name="Unduh buku kerja bertanda")).to_be_visible()
    table = siti.get_by_role("region", name="Tabel pengajuan Anda")
    camera(siti, "dikembalikan", top=siti.get_by_role("heading", name="Pengajuan Anda"), bottom=table)
    _upload(siti, url, place / _GOOD)
    siti.get_by_role("button", name="Ajukan").click()
    expect(siti.get_by_text("menunggu peninjau.")).to_be_visible()


def _hand_in_another(browser: Browser, url: str, place: Path) -> None:
    with window(browser, _DESK) as (budi, _):
        sign_in(budi, url, name="budi")
        choose_file(budi, _write(place, BATU, "Fa Detail Batu.xlsx"))
        budi.get_by_role("button", name="Ajukan").click()
        expect(budi.get_by_text("menunggu peninjau.")).to_be_visible()


def _approve(rina: Page, url: str, camera: Camera) -> None:
    rina.goto(f"{url}/tinjau")
    rina.get_by_text("Pilih semua (2)").click()
    rina.get_by_label("Catatan rilis untuk publik").fill("Laporan Oktober 2026")
    rina.get_by_label("Catatan rilis untuk publik").press("Tab")
    button = rina.get_by_role("button", name="Setujui 2 pengajuan sebagai satu rilis")
    expect(button).to_be_enabled()
    camera(rina, "setujui", top=rina.get_by_text("Pilih semua (2)"), bottom=button)
    button.click()
    done = rina.get_by_text("Rilis 2 terbit.")
    expect(done).to_be_visible()
    camera(rina, "terbit", top=rina.get_by_role("heading", name="Tinjau pengajuan"), bottom=done)


def _correct(siti: Page, url: str, place: Path, camera: Camera) -> None:
    tree = sample_for(SURABAYA, 2026, 9).tree
    spent = tree.ini.copy()
    spent[int(tree.realisasi.argmax())] -= 1_000_000
    path = place / "FA Detail September.xlsx"
    path.write_bytes(write_xlsx(replace(tree, ini=spent)))
    _upload(siti, url, path)
    siti.get_by_text("Koreksi: memperbaiki kesalahan").click()
    note = siti.get_by_label("Catatan untuk publik")
    note.fill("Satu SPM tercatat dua kali")
    note.press("Tab")
    button = siti.get_by_role("button", name="Ajukan")
    camera(siti, "koreksi", top=siti.get_by_role("heading", name="Yang akan berubah"), bottom=button)
    button.click()
    expect(siti.get_by_text("menunggu peninjau.")).to_be_visible()


def _ledger(rina: Page, url: str, camera: Camera) -> None:
    rina.goto(f"{url}/tinjau")
    rina.get_by_text("Pengajuan 4: KPU").click()
    rina.get_by_role("button", name="Setujui dan terbitkan").click()
    expect(rina.get_by_text("Rilis 3 terbit.")).to_be_visible()
    visit(rina, f"{url}/koreksi")
    camera(rina, "buku-koreksi")


def _batch(rina: Page, url: str, place: Path, camera: Camera) -> None:
    codes = [unit.kode_satker for unit in Reference.load().in_province("35")][1:6]
    files = [_write(place, code, f"{code}.xlsx") for code in codes]
    _upload(rina, url, [*files, place / _WRONG])
    title = rina.get_by_role("heading", name="6 berkas")
    expect(title).to_be_visible()
    camera(rina, "banyak", top=title, bottom=rina.get_by_role("button", name="Ajukan 5 berkas"))


def _withdraw(rina: Page, url: str, camera: Camera) -> None:
    rina.goto(f"{url}/tinjau")
    rina.get_by_text("Tarik angka yang sudah terbit").click()
    # The page is drawn anew with the choice in it.
    rina.wait_for_timeout(2000)
    rina.get_by_role("combobox", name="Bagian yang ditarik").click()
    rina.get_by_role("option", name="KPU Kota Batu, September 2026").click()
    button = rina.get_by_role("button", name="Tarik dari halaman publik")
    expect(button).to_be_visible()
    camera(rina, "tarik", top=rina.get_by_text("Tarik angka yang sudah terbit"), bottom=button)


def _manage(browser: Browser, url: str, place: Path, camera: Camera) -> None:
    with closing(Database(f"sqlite:///{place}/serapan.sqlite")) as database:
        secret = add_staff(database, "admin", Role.ADMIN, None) or ""
    with window(browser, _DESK) as (admin, _):
        sign_in(admin, url, name="admin", secret=secret)
        admin.goto(f"{url}/kelola")
        table = admin.get_by_role("region", name="Tabel akun")
        expect(table).to_be_visible()
        camera(admin, "kelola", bottom=table)


def _upload(page: Page, url: str, files: Path | list[Path]) -> None:
    page.goto(f"{url}/unggah")
    choose_file(page, files)


def _write(place: Path, kode_satker: str, name: str) -> Path:
    path = place / name
    path.write_bytes(write_xlsx(sample_for(kode_satker, *_OCTOBER).tree))
    return path
