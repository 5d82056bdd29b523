"""Handing in, approving, returning, withdrawing: who may, and what becomes public."""

import dataclasses
from datetime import UTC, datetime

import pandas as pd
import pytest

from budget.declared import Declared
from budget.issue import Issue
from store.accounts import add_account
from store.approve import approve
from store.change import KOREKSI
from store.give_back import give_back
from store.hand_in import hand_in
from store.may import Act, may
from store.read_cube import read_cube
from store.recorded_acts import recorded_acts
from store.refused import Refused
from store.releases import latest_release
from store.role import Role
from store.signed_in import SignedIn
from store.submissions import find_submission, own_submissions, waiting_submissions
from store.withdraw import withdraw
from tests.stored import BATU, NOW, SURABAYA, fresh_database, sample_draft

RM = Declared(sumber_dana="RM")


def person(name, role, lingkup=None):
    return SignedIn(1, name, must_change=False, role=role, lingkup=lingkup)


SITI = person("siti", Role.OPERATOR, SURABAYA)
BUDI = person("budi", Role.OPERATOR, BATU)
RINA = person("rina", Role.PENINJAU, "35")
TONO = person("tono", Role.PENINJAU, "35")
JAKARTA = person("jaya", Role.PENINJAU, "31")
ADMIN = person("admin", Role.ADMIN)


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    yield opened
    opened.close()


def handed_in(database, who=SITI, bulan=9, kode=SURABAYA, draft=None, **more):
    return hand_in(database, draft or sample_draft(kode, 2026, bulan), RM, who, now=NOW, **more)


def refusal(call, *arguments, **named):
    with pytest.raises(Refused) as refused:
        call(*arguments, **named)
    return refused.value.issue


@pytest.mark.parametrize(
    ("who", "act", "satker", "allowed"),
    [
        (SITI, Act.SUBMIT, [SURABAYA], True),
        (SITI, Act.SUBMIT, [SURABAYA, BATU], False),
        (SITI, Act.SUBMIT, [], True),
        (SITI, Act.REVIEW, [SURABAYA], False),
        (SITI, Act.WITHDRAW, [SURABAYA], False),
        (SITI, Act.SEE_AUDIT, [], False),
        (SITI, Act.MANAGE, [], False),
        (RINA, Act.SUBMIT, [SURABAYA, BATU], True),
        (RINA, Act.REVIEW, [SURABAYA, BATU], True),
        (RINA, Act.WITHDRAW, [BATU], True),
        (RINA, Act.SEE_AUDIT, [], True),
        (RINA, Act.MANAGE, [], False),
        (JAKARTA, Act.REVIEW, [SURABAYA], False),
        (JAKARTA, Act.REVIEW, ["000000"], False),
        (ADMIN, Act.SUBMIT, [SURABAYA], True),
        (ADMIN, Act.REVIEW, [SURABAYA], True),
        (ADMIN, Act.WITHDRAW, [SURABAYA], True),
        (ADMIN, Act.SEE_AUDIT, [], True),
        (ADMIN, Act.MANAGE, [], True),
    ],
)
def test_who_may_do_what(who, act, satker, allowed):
    assert may(who, act, satker) is allowed


def test_what_was_approved_by_a_second_person_is_public(database):
    number = handed_in(database, note="Laporan September")
    assert latest_release(database) is None
    [waits] = waiting_submissions(database, RINA)
    assert (waits.number, waits.slices, waits.state) == (number, (f"{SURABAYA}/2026-09/RM",), "menunggu")
    release = approve(database, [number], RINA, now=NOW, base=0, note="September")
    assert (release.number, release.published_by, release.note) == (1, "rina", "September")
    assert waiting_submissions(database, RINA) == []
    [own] = own_submissions(database, SITI)
    assert (own.state, own.decided_by) == ("disetujui", "rina")
    assert read_cube(database, 1)["pagu_rp"].sum() == sample_draft(SURABAYA, 2026, 9).lines["pagu_rp"].sum()


def test_nobody_approves_their_own(database):
    number = handed_in(database, who=RINA)
    issue = refusal(approve, database, [number], RINA, now=NOW, base=0)
    assert issue.message == f"Pengajuan {number} Anda ajukan atau unggah sendiri, jadi tidak dapat Anda setujui."
    assert approve(database, [number], TONO, now=NOW, base=0).number == 1


def test_nobody_approves_a_file_that_they_uploaded_although_another_handed_it_in(database):
    first = handed_in(database, who=RINA)
    give_back(database, first, TONO, now=NOW, reason="Coba lagi")
    second = handed_in(database, who=SITI)
    assert refusal(approve, database, [second], RINA, now=NOW, base=0).code == "own-submission"
    assert approve(database, [second], TONO, now=NOW, base=0).number == 1


@pytest.mark.parametrize(
    ("who", "code"), [(SITI, "not-allowed"), (BUDI, "submission-unknown"), (JAKARTA, "submission-unknown")]
)
def test_who_may_not_review_cannot_decide(database, who, code):
    number = handed_in(database)
    assert refusal(approve, database, [number], who, now=NOW, base=0).code == code
    assert refusal(give_back, database, number, who, now=NOW, reason="x").code == code
    assert find_submission(database, number, RINA).state == "menunggu"


def test_an_operator_cannot_see_or_hand_in_for_another_satker(database):
    number = handed_in(database)
    assert find_submission(database, number, BUDI) is None
    assert waiting_submissions(database, BUDI) == []
    issue = refusal(handed_in, database, who=BUDI)
    assert (issue.code, issue.raw) == ("not-yours", SURABAYA)
    assert own_submissions(database, BUDI) == []


def test_what_was_returned_says_why_and_cannot_be_approved(database):
    number = handed_in(database)
    assert refusal(give_back, database, number, RINA, now=NOW, reason=" ").code == "reason-missing"
    give_back(database, number, RINA, now=NOW, reason="Sisa tidak cocok")
    [own] = own_submissions(database, SITI)
    assert (own.state, own.decided_by, own.decision) == ("dikembalikan", "rina", "Sisa tidak cocok")
    issue = refusal(approve, database, [number], TONO, now=NOW, base=0)
    assert issue.message == f"Pengajuan {number} tidak lagi menunggu: dikembalikan."


def test_a_later_file_for_the_same_slice_takes_the_place_of_the_one_that_waits(database):
    draft = sample_draft(SURABAYA, 2026, 9)
    first = handed_in(database)
    other = handed_in(database, who=BUDI, kode=BATU)
    second = handed_in(database, draft=dataclasses.replace(draft, lines=draft.lines.assign(uraian="lain")))
    assert [one.number for one in waiting_submissions(database, RINA)] == [other, second]
    assert refusal(approve, database, [first], RINA, now=NOW, base=0).code == "submission-decided"


def test_a_file_of_several_units_waits_on_when_one_of_them_comes_anew(database):
    one, two = (sample_draft(kode, 2026, 9) for kode in (SURABAYA, BATU))
    slices = (*one.report.slices, *two.report.slices)
    lines = pd.concat([one.lines, two.lines], ignore_index=True)
    both = dataclasses.replace(one, lines=lines, report=dataclasses.replace(one.report, slices=slices))
    first = handed_in(database, who=RINA, draft=both)
    second = handed_in(database, draft=dataclasses.replace(one, lines=one.lines.assign(uraian="lain")))
    assert [item.number for item in waiting_submissions(database, TONO)] == [first, second]
    assert refusal(approve, database, [first, second], TONO, now=NOW, base=0).code == "slice-twice"
    third = handed_in(database, who=RINA, draft=dataclasses.replace(both, lines=lines.assign(uraian="baru")))
    assert [item.number for item in waiting_submissions(database, TONO)] == [third]


def test_several_drafts_in_one_release(database):
    numbers = [handed_in(database), handed_in(database, who=BUDI, kode=BATU)]
    assert approve(database, numbers, RINA, now=NOW, base=0).number == 1
    assert set(read_cube(database, 1)["kode_satker"]) == {SURABAYA, BATU}


def test_what_is_named_twice_is_approved_once(database):
    number = handed_in(database)
    approve(database, [number, number], RINA, now=NOW, base=0)
    with database.read() as connection:
        assert [act.subject for act in recorded_acts(connection, "setujui")] == [f"pengajuan {number}"]


def test_the_second_of_two_publishers_is_told_what_changed(database):
    first, second = handed_in(database), handed_in(database, who=BUDI, kode=BATU)
    approve(database, [first], RINA, now=NOW, base=0)
    issue = refusal(approve, database, [second], TONO, now=NOW, base=0)
    assert issue.message == (
        "Sementara Anda memeriksa, rilis 1 sudah terbit (Anda memeriksa rilis 0). "
        f"Yang berubah: {SURABAYA}/2026-09/RM (rilis 1, rina)."
    )
    assert approve(database, [second], TONO, now=NOW, base=1).number == 2


def test_what_is_withdrawn_is_no_longer_public_and_stays_in_its_release(database):
    approve(database, [handed_in(database), handed_in(database, bulan=10)], RINA, now=NOW, base=0)
    key = f"{SURABAYA}/2026-09/RM"
    assert refusal(withdraw, database, key, SITI, now=NOW, base=1, reason="x").code == "not-allowed"
    assert refusal(withdraw, database, key, RINA, now=NOW, base=1, reason=" ").code == "reason-missing"
    release = withdraw(database, key, RINA, now=NOW, base=1, reason="Berkas satker lain")
    assert (release.number, release.note) == (2, "Berkas satker lain")
    assert set(read_cube(database, 1)["bulan"]) == {9, 10}
    assert set(read_cube(database, 2)["bulan"]) == {10}
    assert refusal(withdraw, database, key, RINA, now=NOW, base=2, reason="x").code == "not-published"
    back = approve(database, [handed_in(database)], RINA, now=NOW, base=2)
    assert set(read_cube(database, back.number)["bulan"]) == {9, 10}


@pytest.mark.parametrize(
    ("more", "code"),
    [({"reason": "tidak ada"}, "reason-unknown"), ({"kind": KOREKSI, "reason": "blokir"}, None)],
)
def test_kinds_and_reasons(database, more, code):
    if code:
        assert refusal(handed_in, database, **more).code == code
        return
    found = find_submission(database, handed_in(database, **more), SITI)
    assert (found.kind, found.reason) == ("koreksi", "blokir")


def test_a_draft_with_errors_is_not_taken(database):
    draft = sample_draft(SURABAYA, 2026, 9)
    falls = Issue.of("cumulative-falls", raw="Rp1", expected="Rp2", satker=SURABAYA, difference="Rp1", month=8)
    unread = Issue.of("draft-unknown", raw="1")
    for issue, code in ((falls, "note-missing"), (unread, "draft-not-publishable")):
        wrong = dataclasses.replace(draft, report=dataclasses.replace(draft.report, issues=(issue,)))
        assert refusal(handed_in, database, draft=wrong).code == code
    explained = dataclasses.replace(draft, report=dataclasses.replace(draft.report, issues=(falls,)))
    assert handed_in(database, draft=explained, note="Pengembalian belanja") == 1


def test_an_account_needs_the_lingkup_of_its_role(database):
    now = datetime.now(UTC)
    for role, lingkup in [(Role.OPERATOR, None), (Role.OPERATOR, "35"), (Role.PENINJAU, SURABAYA), (Role.ADMIN, "35")]:
        with pytest.raises(ValueError, match=f"Peran {role} tidak dapat memakai lingkup"):
            add_account(database, "x", "y" * 15, must_change=True, now=now, role=role, lingkup=lingkup)
    add_account(database, "x", "y" * 15, must_change=True, now=now, role=Role.OPERATOR, lingkup=SURABAYA)
