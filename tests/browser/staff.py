"""What staff do in every story."""

NAME, PASSWORD = "petugas", "rahasia-panjang-untuk-uji"


def sign_in(page, url):
    """Signs in and waits for the upload page."""
    page.goto(f"{url}/masuk")
    page.get_by_label("Akun").fill(NAME)
    page.get_by_label("Sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(f"{url}/unggah")


def choose_file(page, sheet, source="RM (rupiah murni)"):
    """Declares the source of funds and gives the file."""
    page.get_by_role("combobox", name="Sumber dana dalam berkas").click()
    page.get_by_role("option", name=source).click()
    page.locator("input[type=file]").set_input_files(sheet)
