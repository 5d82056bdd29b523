"""The table of roles: who may do what, in the store, at the routes and on the pages of a running server."""

import shutil
from contextlib import closing
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
import requests
import sqlalchemy as sa
from streamlit.proto.WidgetStates_pb2 import WidgetState

from store.accounts import add_account, disable_account
from store.approve import approve
from store.database import Database
from store.find_draft import find_draft
from store.give_back import give_back
from store.hand_in import hand_in
from store.handed_in import handed_in as files_handed_in
from store.may import Act, may
from store.refused import Refused
from store.releases import latest_release
from store.role import Role
from store.sessions import find_session, start_session
from store.submissions import find_submission, own_submissions, read_submissions, waiting_submissions
from store.tables import account, submission
from store.withdraw import withdraw
from tests.serving import serve
from tests.stored import BATU, NOW, SURABAYA, fresh_database
from tests.tiny_drafts import RINA, RM, SITI, TONO, handed_in, tiny_draft
from tests.viewing import viewing

AUGUST = f"{SURABAYA}/2026-08/RM"
FILE = "contoh-fa-detail-657942"
"""How the names of Surabaya's files begin."""

PEOPLE = {
    "siti": (Role.OPERATOR, SURABAYA),
    "budi": (Role.OPERATOR, BATU),
    "baru": (Role.OPERATOR, SURABAYA),
    "rina": (Role.PENINJAU, "35"),
    "jaya": (Role.PENINJAU, "31"),
    "separuh": (Role.PENINJAU, "35"),
    "admin": (Role.ADMIN, None),
    "tutup": (Role.OPERATOR, SURABAYA),
}
"""Of their own satker and of another; with a one-time password; of their own province and of another; without the
second factor; an account that was closed."""

YES, NO, UNKNOWN = "boleh", "not-allowed", "submission-unknown"
SIGHT = ("queue", "number", "file", "known")
STORE = {
    "siti": (SIGHT, YES, NO, NO, NO),
    "budi": ((), "not-yours", UNKNOWN, UNKNOWN, NO),
    "baru": ((), "not-yours", UNKNOWN, UNKNOWN, NO),
    "rina": (SIGHT, YES, YES, YES, YES),
    "jaya": ((), "not-yours", UNKNOWN, UNKNOWN, NO),
    "separuh": ((), "not-yours", UNKNOWN, UNKNOWN, NO),
    "admin": (SIGHT, YES, YES, YES, YES),
}
"""What each sees of a submission of Surabaya, and what comes of handing in, approving, returning and withdrawing."""

ACTS = {
    "siti": {Act.SUBMIT},
    "budi": {Act.SUBMIT},
    "baru": set(),
    "rina": {Act.SUBMIT, Act.REVIEW, Act.WITHDRAW, Act.SEE_AUDIT},
    "jaya": {Act.SUBMIT, Act.REVIEW, Act.WITHDRAW, Act.SEE_AUDIT},
    "separuh": set(),
    "admin": set(Act),
}

TITLES = {
    "unggah": "Unggah laporan seperti diekspor.",
    "tinjau": "Tinjau pengajuan, lalu terbitkan.",
    "kelola": "Kelola akun petugas.",
    "jejak": "Jejak audit: siapa melakukan apa, kapan.",
}
NOBODY = "Halaman ini untuk petugas KPU."
NOT_YOURS = {
    page: f"Halaman {name} bukan untuk peran akun Anda."
    for page, name in {"unggah": "Unggah", "tinjau": "Tinjau", "kelola": "Kelola", "jejak": "Jejak audit"}.items()
}
ROUTES = {
    "": (404, 303, "/masuk?next=/sandi", "/masuk", None),
    "siti": (204, 403, None, "/unggah", "/unggah"),
    "budi": (204, 403, None, "/unggah", "/unggah"),
    "baru": (404, 303, None, "/sandi", "/sandi"),
    "rina": (204, 200, None, "/unggah", "/unggah"),
    "jaya": (204, 200, None, "/unggah", "/unggah"),
    "separuh": (404, 303, "/masuk?next=/sandi", None, "/kode?next=/unggah"),
    "admin": (204, 200, None, "/unggah", "/unggah"),
    "tutup": (404, 303, "/masuk?next=/sandi", "/masuk", None),
}
"""The answers to an upload and to the whole audit trail; where `/sandi`, `/kode` and `/masuk` lead; None: the form."""
PAGES = {
    "": (set(), False),
    "siti": ({"unggah"}, False),
    "budi": ({"unggah"}, False),
    "baru": (set(), False),
    "rina": ({"unggah", "tinjau", "jejak"}, True),
    "jaya": ({"unggah", "tinjau", "jejak"}, False),
    "separuh": (set(), False),
    "admin": ({*TITLES}, True),
    "tutup": (set(), False),
}
"""The pages that are drawn, and whether the queue shows Surabaya's submission."""


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """August of Surabaya is public, September (2) waits, October (3) was returned to siti, November (4) is rina's.

    Siti handed in a file for December (6) that rina had uploaded first (5, returned).

    Returns:
        The database, and the token of everybody's session.
    """
    folder = tmp_path_factory.mktemp("roles")
    now = datetime.now(UTC)
    tokens = {"": ""}
    with closing(fresh_database(folder)) as database:
        for name, (role, lingkup) in PEOPLE.items():
            key = add_account(
                database, name, f"sandi {name}", must_change=name == "baru", now=now, role=role, lingkup=lingkup
            )
            if name == "tutup":
                # Somebody signed in as it was closed.
                disable_account(database, name, "admin", now)
            tokens[name] = start_session(database, key, now, confirmed=name != "separuh")
        approve(database, [handed_in(database, SITI, 8)], RINA, now=NOW, base=0)
        handed_in(database, SITI, 9)
        give_back(database, handed_in(database, SITI, 10), TONO, now=NOW, reason="Periksa lagi")
        handed_in(database, RINA, 11)
        give_back(database, handed_in(database, RINA, 12), TONO, now=NOW, reason="Coba lagi")
        handed_in(database, SITI, 12)
    return folder / "serapan.sqlite", tokens


@pytest.fixture
def copied(original, tmp_path):
    """A copy of it, and the tokens."""
    path, tokens = original
    with closing(Database(f"sqlite:///{shutil.copy(path, tmp_path)}")) as database:
        yield database, tokens


@pytest.fixture(scope="module")
def server(original, tmp_path_factory):
    """A server, its database and the tokens; nothing that is tried there may change anything."""
    path = Path(shutil.copy(original[0], tmp_path_factory.mktemp("server")))
    with serve(path) as url, closing(Database(f"sqlite:///{path}")) as database:
        yield url, database, original[1]


def outcome(call, *arguments, **named):
    try:
        call(*arguments, now=NOW, **named)
    except Refused as refused:
        return refused.issue.code
    return YES


def person_of(database, tokens, name):
    return find_session(database, tokens[name], datetime.now(UTC))


@pytest.mark.parametrize("name", ["", "tutup"])
def test_who_is_not_signed_in_is_nobody(copied, name):
    database, tokens = copied
    assert person_of(database, tokens, name) is None


@pytest.mark.parametrize(("name", "act"), [*product(ACTS, Act)])
def test_what_a_role_allows(copied, name, act):
    assert may(person_of(*copied, name), act) is (act in ACTS[name])


@pytest.mark.parametrize("name", STORE)
def test_what_the_store_lets_each_see(copied, name):
    database, _ = copied
    person = person_of(*copied, name)
    sha256 = tiny_draft(SURABAYA, 9).upload.sha256
    seen = {
        "queue": 2 in [one.number for one in waiting_submissions(database, person)],
        "number": find_submission(database, 2, person) is not None,
        "file": find_draft(database, 2, person) is not None,
        "known": sha256 in files_handed_in(database, [sha256], person),
    }
    assert seen == {one: one in STORE[name][0] for one in SIGHT}


@pytest.mark.parametrize("name", STORE)
def test_what_the_store_lets_each_do(original, tmp_path, name):
    path, tokens = original
    calls = (
        (hand_in, (tiny_draft(SURABAYA, 9, 7), RM), {}),
        (approve, ([2],), {"base": 1}),
        (give_back, (2,), {"reason": "Keliru"}),
        (withdraw, (AUGUST,), {"base": 1, "reason": "Keliru"}),
    )
    found = []
    for call, arguments, named in calls:
        with closing(Database(f"sqlite:///{shutil.copy(path, tmp_path)}")) as database:
            person = person_of(database, tokens, name)
            found.append(outcome(call, database, *arguments, person, **named))
            changed = (find_submission(database, 2, RINA).state, latest_release(database).number) != ("menunggu", 1)
            assert changed is (found[-1] == YES)
    assert tuple(found) == STORE[name][1:]


@pytest.mark.parametrize("name", ROUTES)
def test_what_the_routes_let_each_do(server, name):
    url, _, tokens = server
    with requests.Session() as browser, viewing(url, "unggah", tokens[name]) as viewer:
        browser.cookies.set("serapan_sesi", tokens[name])
        browser.get(f"{url}/_stcore/health")
        browser.headers["X-Xsrftoken"] = browser.cookies["_streamlit_xsrf"]
        address = f"{url}/_stcore/upload_file/{viewer.session}/berkas"
        uploaded = browser.put(address, files={"file": ("x.csv", b"a,b")})
        led = [
            browser.get(f"{url}/{path}", allow_redirects=False).headers.get("location")
            for path in ("sandi", "kode", "masuk")
        ]
        trail = browser.get(f"{url}/jejak.csv", allow_redirects=False)
        assert (uploaded.status_code, trail.status_code, *led) == ROUTES[name]
        assert (FILE in trail.text) is (trail.status_code == 200)
        assert browser.delete(address).status_code == ROUTES[name][0]
        assert browser.get(f"{url}/_stcore/metrics").status_code == 404
        # The address of a page of staff holds nothing: what one may see comes over the websocket.
        assert not any(FILE in browser.get(f"{url}/{path}").text for path in TITLES)


@pytest.mark.parametrize("name", PAGES)
def test_what_the_pages_show_each(server, name):
    url, _, tokens = server
    drawn, queued = PAGES[name]
    for page, drawn_title in TITLES.items():
        title = drawn_title if page in drawn else NOT_YOURS[page] if drawn else NOBODY
        with viewing(url, page, tokens[name]) as viewer:
            assert title in viewer.text
            others = {*TITLES.values(), NOBODY, *NOT_YOURS.values()} - {title}
            assert not any(other in viewer.text for other in others)
            assert ("Pengajuan 2: KPU Kota Surabaya" in viewer.text) is (page == "tinjau" and queued)
            own = page == "unggah" and name in {"siti", "rina"}
            # Whoever sees the audit trail sees all of it: one with gaps could not be checked.
            seen = own or (page == "tinjau" and queued) or (page == "jejak" and page in drawn)
            assert (FILE in viewer.text) is seen
            assert ("Pengajuan 3 dikembalikan: Periksa lagi" in viewer.text) is (page == "unggah" and name == "siti")


def tick(identity):
    return WidgetState(id=identity, bool_value=True)


def press(identity):
    return WidgetState(id=identity, trigger_value=True)


def unchanged(database):
    with database.read() as connection:
        states = [one.state for one in read_submissions(connection, submission.c.id > 1)]
    waiting, returned = "menunggu", "dikembalikan"
    return states == [waiting, returned, waiting, returned, waiting] and latest_release(database).number == 1


def test_nobody_approves_their_own_although_the_page_is_forced(server):
    url, database, tokens = server
    with viewing(url, "tinjau", tokens["rina"]) as viewer:
        assert viewer.disabled == {"choose-4", "approve"}
        assert "Pengajuan Anda sendiri: orang lain yang menyetujuinya." in viewer.text
        box, button = viewer.widgets["choose-4"], viewer.widgets["approve"]
        viewer.draw(tick(box), press(button))
        assert viewer.disabled == {"choose-4", "approve"}
        # Of this one the page does not know who uploaded it first; the store does.
        viewer.draw(tick(viewer.widgets["choose-6"]), press(button))
        assert viewer.disabled == {"choose-4"}
        assert "Pengajuan 6 Anda ajukan atau unggah sendiri, jadi tidak dapat Anda setujui." in viewer.text
    assert unchanged(database)


@pytest.mark.parametrize("name", ["", "siti", "budi", "jaya", "baru", "separuh", "tutup"])
def test_what_a_page_does_not_show_cannot_be_pressed(server, name):
    url, database, tokens = server
    with viewing(url, "tinjau", tokens["rina"]) as reviewer:
        reviewer.draw(tick(reviewer.widgets["choose-2"]), tick(reviewer.widgets["open-2"]))
        assert "Kembalikan pengajuan 2" in reviewer.text
        known = dict(reviewer.widgets)
    states = [tick(known[key]) for key in ("choose-2", "open-2")]
    states += [press(one) for key, one in known.items() if key == "approve" or "marked" in key or "give-back" in key]
    with viewing(url, "tinjau", tokens[name]) as viewer:
        viewer.draw(*states)
        assert FILE not in viewer.text
    assert unchanged(database)


def test_the_file_that_was_returned_is_for_its_operator_only(server):
    url, _, tokens = server
    with viewing(url, "unggah", tokens["siti"]) as viewer:
        opened = tick(viewer.widgets["own-3"])
        viewer.draw(opened)
        assert "Unduh buku kerja bertanda (.xlsx)" in viewer.text
    for name in sorted(set(tokens) - {"siti"}):
        with viewing(url, "unggah", tokens[name]) as viewer:
            viewer.draw(opened)
            assert "Unduh buku kerja bertanda (.xlsx)" not in viewer.text


def move(database, name, lingkup):
    with database.write() as connection:
        connection.execute(sa.update(account).where(account.c.name == name).values(lingkup=lingkup))


def test_who_moves_to_another_satker_leaves_the_drafts_behind(copied):
    database, tokens = copied
    before = person_of(database, tokens, "siti")
    assert [one.number for one in own_submissions(database, before)] == [6, 3, 2, 1]
    move(database, "siti", BATU)
    after = person_of(database, tokens, "siti")
    assert own_submissions(database, after) == []
    assert waiting_submissions(database, after) == []
    assert [find_draft(database, number, after) for number in (1, 2, 3, 6)] == [None] * 4
    move(database, "siti", SURABAYA)
    assert [one.number for one in own_submissions(database, before)] == [6, 3, 2, 1]


def test_a_page_that_is_open_knows_at_the_next_click(original, tmp_path):
    path = Path(shutil.copy(original[0], tmp_path))
    with serve(path) as url, closing(Database(f"sqlite:///{path}")) as database:
        with viewing(url, "unggah", original[1]["siti"]) as viewer:
            assert "Pengajuan 3 dikembalikan" in viewer.text
            move(database, "siti", BATU)
            viewer.draw()
            assert TITLES["unggah"] in viewer.text
            assert FILE not in viewer.text
            disable_account(database, "siti", "admin", datetime.now(UTC))
            viewer.draw()
            assert NOBODY in viewer.text
        with viewing(url, "tinjau", original[1]["rina"]) as viewer:
            chosen, approval = tick(viewer.widgets["choose-2"]), press(viewer.widgets["approve"])
            disable_account(database, "rina", "admin", datetime.now(UTC))
            viewer.draw(chosen, approval)
            assert NOBODY in viewer.text
        assert unchanged(database)
        # The same clicks of somebody who may.
        with viewing(url, "tinjau", original[1]["admin"]) as viewer:
            viewer.draw(chosen, approval)
            assert "Rilis 2 terbit." in viewer.text
