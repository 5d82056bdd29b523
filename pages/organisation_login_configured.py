"""Whether one can sign in with an organisation account."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

_FIELDS: Final = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_LEAST_CHARACTERS: Final = 32
_OWN_MACHINE: Final = {"localhost", "127.0.0.1"}
_WHAT_TO_DO: Final = "Perbaiki .streamlit/secrets.toml, atau hapus bagian [auth] bila akun organisasi tidak dipakai."


def organisation_login_configured() -> bool:
    """Whether Streamlit's secrets have the section `[auth]` that `st.login()` asks for.

    Raises:
        ValueError: They have it, but not whole, or they cannot be read.
    """
    try:
        secrets = st.secrets.to_dict()
    except StreamlitSecretNotFoundError as error:
        if error.error_id == "no-secrets-found":
            return False
        raise ValueError(f"secrets.toml tidak dapat dibaca: {error}") from error
    if "auth" not in secrets:
        return False
    fault = _fault(secrets["auth"])
    if fault is not None:
        raise ValueError(f"{fault} {_WHAT_TO_DO}")
    return True


def _fault(auth: object) -> str | None:
    values = auth if isinstance(auth, Mapping) else {}
    missing = [name for name in _FIELDS if not isinstance(values.get(name), str) or not values[name]]
    if missing:
        return f"Bagian [auth] belum lengkap: {', '.join(missing)}."
    if len(values["cookie_secret"]) < _LEAST_CHARACTERS:
        return f"cookie_secret terlalu pendek: paling sedikit {_LEAST_CHARACTERS} karakter acak."
    if urlsplit(values["redirect_uri"]).path != "/oauth2callback":
        return "redirect_uri harus alamat situs ini dengan /oauth2callback di akhirnya."
    for name in ("redirect_uri", "server_metadata_url"):
        address = urlsplit(values[name])
        if address.scheme != "https" and not (address.scheme == "http" and address.hostname in _OWN_MACHINE):
            return f"{name} harus diawali https://."
    return None
