"""What staff do in every story."""

import time

import pyotp
import requests

NAME, PASSWORD = "petugas", "rahasia-panjang-untuk-uji"
_SECONDS = 30
_PUBLIC_WITHIN = 20
_used: dict[str, int] = {}


def sign_in(page, url, *, name=NAME, password=PASSWORD, secret=None):
    """Signs in and waits for the upload page.

    `secret` is that of an account whose second factor is set up (`tests.staff_accounts.add_staff`).
    """
    page.goto(f"{url}/masuk")
    page.get_by_label("Akun").fill(name)
    page.get_by_label("Sandi").fill(password)
    page.get_by_role("button", name="Masuk").click()
    if secret is not None:
        page.wait_for_url(f"{url}/kode**")
        page.get_by_label("Kode").fill(fresh_code(secret))
        page.get_by_role("button", name="Lanjutkan").click()
    page.wait_for_url(f"{url}/unggah")


def fresh_code(secret):
    """A code that was not given before: each is taken once. Up to one step ahead is taken, so waiting is seldom."""
    step = max(int(time.time()) // _SECONDS - 1, _used.get(secret, 0) + 1)
    while step > time.time() // _SECONDS + 1:
        time.sleep(1)
    _used[secret] = step
    return pyotp.TOTP(secret).generate_otp(step)


def choose_file(page, sheet, source="RM (rupiah murni)"):
    """Declares the source of funds and gives the file."""
    page.get_by_role("combobox", name="Sumber dana dalam berkas").click()
    page.get_by_role("option", name=source).click()
    page.locator("input[type=file]").set_input_files(sheet)


def wait_until_public(url, number):
    """Waits until pages show the release that another process published: the server looks twice a second."""
    end = time.monotonic() + _PUBLIC_WITHIN
    while f"rilis={number}" not in requests.get(url, timeout=_PUBLIC_WITHIN).text:
        assert time.monotonic() < end, f"release {number} is not public after {_PUBLIC_WITHIN} s"
        time.sleep(0.05)
