"""Several people hand in, approve, return and withdraw in any order; a plain model beside the store says what must be.

The model knows nothing of tables: which file stands where, who handed in what, and why something is refused.
"""

import dataclasses
import shutil
from collections import defaultdict
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import sqlalchemy as sa
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from budget.declared import Declared
from budget.issue import Issue
from budget.slice import Slice
from budget.sumber_dana import TIDAK_DIRINCI
from budget.upload import Upload
from store.accounts import add_account, disable_account, enable_account
from store.approve import approve
from store.checkpoint import checkpoint
from store.database import Database
from store.find_draft import find_draft
from store.give_back import give_back
from store.hand_in import hand_in
from store.read_cube import read_cube
from store.read_lines import read_lines
from store.refused import Refused
from store.releases import all_releases
from store.role import Role
from store.sessions import find_session, start_session
from store.submissions import find_submission, own_submissions, waiting_submissions
from store.tables import audit, draft, publication, release, submission, upload
from store.verify import verify
from store.withdraw import withdraw
from tests.stored import BATU, NOW, SURABAYA, fresh_database
from tests.tiny_drafts import tiny_draft

START = datetime.fromisoformat(NOW)
PEOPLE = {
    "siti": (Role.OPERATOR, SURABAYA),
    "sari": (Role.OPERATOR, SURABAYA),
    "budi": (Role.OPERATOR, BATU),
    "rina": (Role.PENINJAU, "35"),
    "tono": (Role.PENINJAU, "35"),
    "jaya": (Role.PENINJAU, "31"),
    "admin": (Role.ADMIN, None),
}
BOTH = {SURABAYA, BATU}
SEES = {
    "siti": {SURABAYA},
    "sari": {SURABAYA},
    "budi": {BATU},
    "rina": BOTH,
    "tono": BOTH,
    "jaya": set(),
    "admin": BOTH,
}
REVIEWERS = {"rina", "tono", "jaya", "admin"}
FALLS = Issue.of("cumulative-falls", raw="Rp1", expected="Rp2", satker=SURABAYA, difference="Rp1", month=8)
FLAWS = {"perlu catatan": FALLS, "salah": Issue.of("draft-unknown", raw="1")}


@dataclasses.dataclass(frozen=True)
class File:
    """What somebody may hand in: each is one file, always read the same way."""

    satker: tuple[str, ...]
    bulan: int
    more: int
    sumber_dana: str
    flaw: str | None

    @property
    def slices(self):
        return {Slice(2026, self.bulan, kode, self.sumber_dana).key for kode in self.satker}


FILES = st.builds(
    File,
    st.sampled_from([(SURABAYA,), (SURABAYA,), (BATU,), (BATU,), (SURABAYA, BATU)]),
    st.sampled_from([9, 10]),
    st.integers(0, 2),
    st.sampled_from(["RM", "RM", "RM", TIDAK_DIRINCI]),
    st.sampled_from([None, None, None, *FLAWS]),
)


@cache
def draft_of(file):
    parts = [tiny_draft(kode, file.bulan, file.more) for kode in file.satker]
    lines = pd.concat([one.lines for one in parts], ignore_index=True).assign(sumber_dana=file.sumber_dana)
    slices = tuple(Slice(2026, file.bulan, kode, file.sumber_dana) for kode in file.satker)
    issues = (FLAWS[file.flaw],) if file.flaw else ()
    return dataclasses.replace(
        parts[0],
        upload=Upload(parts[0].upload.name, str(file).encode()),
        lines=lines,
        report=dataclasses.replace(parts[0].report, slices=slices, issues=issues),
    )


@cache
def sums(file):
    """By slice: lines, ceiling and spending, added up from what was read."""
    lines = draft_of(file).lines
    found = {}
    for kode in file.satker:
        own = lines[lines["kode_satker"] == kode]
        key = Slice(2026, file.bulan, kode, file.sumber_dana).key
        found[key] = (len(own), *(sum(own[name].tolist()) for name in ("pagu_rp", "realisasi_rp")))
    return found


@cache
def with_accounts():
    """A database with nothing but accounts, made once."""
    folder = TemporaryDirectory()
    database = fresh_database(folder.name)
    for name, (role, lingkup) in PEOPLE.items():
        add_account(database, name, f"sandi {name}", must_change=False, now=START, role=role, lingkup=lingkup)
    database.close()
    return folder


@dataclasses.dataclass
class Handed:
    """A submission, as the model knows it."""

    file: File
    by: str
    kind: str
    state: str = "menunggu"


class Model:
    """What must be."""

    def __init__(self):
        self.handed = {}
        self.uploader = {}
        self.public = {}
        self.releases = []
        self.acts = []
        self.open = set(PEOPLE)

    def judge_hand_in(self, who, file, note):
        if not set(file.satker) <= SEES[who]:
            return "not-yours"
        if file.flaw == "salah":
            return "draft-not-publishable"
        return "note-missing" if file.flaw and not note else None

    def hand_in(self, who, file, kind):
        if file not in self.uploader:
            self.uploader[file] = who
            self.acts.append(("unggah", who, draft_of(file).upload.sha256))
        for number, one in self.handed.items():
            if one.state == "menunggu" and one.file.slices <= file.slices:
                one.state = "diganti"
                self.acts.append(("ganti", who, f"pengajuan {number}"))
        number = len(self.handed) + 1
        self.handed[number] = Handed(file, who, kind)
        self.acts.append(("ajukan", who, f"pengajuan {number}"))
        return number

    def judge_decision(self, who, number):
        one = self.handed.get(number)
        if one is None or not set(one.file.satker) <= SEES[who]:
            return "submission-unknown"
        if who not in REVIEWERS:
            return "not-allowed"
        return None if one.state == "menunggu" else "submission-decided"

    def judge_approval(self, who, numbers, base):
        if base != len(self.releases):
            return "base-moved"
        for number in numbers:
            issue = self.judge_decision(who, number)
            if issue:
                return issue
        chosen = [self.handed[number] for number in numbers]
        if any(who in {one.by, self.uploader[one.file]} for one in chosen):
            return "own-submission"
        wanted = {}
        for one in chosen:
            for key in one.file.slices:
                if wanted.setdefault(key, one.file) != one.file:
                    return "slice-twice"
        return "sumber-dana-overlap" if self._counts_twice(wanted) else None

    def _counts_twice(self, wanted):
        kinds, touched = defaultdict(set), set()
        for key, file in {**self.public, **wanted}.items():
            kode = key.partition("/")[0]
            kinds[kode, file.bulan].add(file.sumber_dana)
            if key in wanted and self.public.get(key) != file:
                touched.add((kode, file.bulan))
        return any(len(kinds[period]) > 1 for period in touched)

    def approve(self, who, numbers):
        kinds = {}
        for number in numbers:
            one = self.handed[number]
            one.state = "disetujui"
            self.acts.append(("setujui", who, f"pengajuan {number}"))
            for key in one.file.slices:
                if self.public.get(key) != one.file:
                    kinds[key] = one.kind if key in self.public else "baru"
                    self.public[key] = one.file
        if kinds:
            self._release(who, kinds)

    def give_back(self, who, number):
        self.handed[number].state = "dikembalikan"
        self.acts.append(("kembalikan", who, f"pengajuan {number}"))

    def judge_withdrawal(self, who, key, base, reason):
        if not reason:
            return "reason-missing"
        if who not in REVIEWERS or key.partition("/")[0] not in SEES[who]:
            return "not-allowed"
        if base != len(self.releases):
            return "base-moved"
        return None if key in self.public else "not-published"

    def withdraw(self, who, key):
        del self.public[key]
        self.acts.append(("tarik", who, key))
        self._release(who, {key: "penarikan"})

    def _release(self, who, kinds):
        self.releases.append((dict(self.public), kinds))
        self.acts.append(("terbit", who, f"rilis {len(self.releases)}"))

    def waiting(self, who):
        return [
            number
            for number, one in self.handed.items()
            if one.state == "menunggu" and set(one.file.satker) <= SEES[who]
        ]


class Review(RuleBasedStateMachine):
    """Does in the store what the model does, and compares."""

    def __init__(self):
        super().__init__()
        self.model = Model()
        self.folder = TemporaryDirectory()
        shutil.copy(Path(with_accounts().name) / "serapan.sqlite", self.folder.name)
        self.database = Database(f"sqlite:///{self.folder.name}/serapan.sqlite")
        with self.database.read() as connection:
            self.accounts = len(connection.execute(sa.select(audit)).all())
        self.tokens = {
            name: start_session(self.database, key, START, confirmed=True) for key, name in enumerate(PEOPLE, 1)
        }
        self.seconds = 0
        self.kept = []
        self.rows = []
        self.frames = []

    def person(self, name):
        """Who the session belongs to; None for those whose account was closed."""
        found = find_session(self.database, self.tokens[name], START)
        assert (found is not None) is (name in self.model.open)
        return found

    def now(self):
        self.seconds += 1
        return (START + timedelta(seconds=self.seconds)).isoformat(timespec="seconds")

    def does(self, refusal, call, *arguments, **named):
        """Calls the store: what it gives where the model lets it pass, else nothing but the refusal."""
        try:
            result = call(self.database, *arguments, **named)
        except Refused as refused:
            assert refused.issue.code == refusal, refused.issue.message
            return None
        assert refusal is None
        return result

    def base(self, behind):
        return max(0, len(self.model.releases) - behind)

    @initialize(more=st.integers(0, 2), again=st.integers(0, 2))
    def two_releases_are_out(self, more, again):
        for name, kode in (("siti", SURABAYA), ("budi", BATU)):
            for bulan in (9, 10):
                self._hand_in(name, File((kode,), bulan, more, "RM", None), "revisi", "")
        self._approve("rina", [1, 2, 3, 4], 0)
        self._hand_in("tono", File((SURABAYA, BATU), 9, again, "RM", None), "koreksi", "")
        self._approve("rina", [5], 0)
        # Both wait, and set one slice.
        self._hand_in("tono", File((SURABAYA, BATU), 10, again, "RM", None), "revisi", "")
        self._hand_in("siti", File((SURABAYA,), 10, more, "RM", None), "koreksi", "")

    @rule(
        name=st.sampled_from(sorted(PEOPLE)),
        file=FILES,
        kind=st.sampled_from(["revisi", "koreksi"]),
        note=st.sampled_from(["", "Catatan"]),
    )
    def hands_in(self, name, file, kind, note):
        self._hand_in(name, file, kind, note)

    @rule(
        name=st.sampled_from(["siti", "budi", "sari", "rina"]), file=FILES, kind=st.sampled_from(["revisi", "koreksi"])
    )
    def hands_in_what_is_theirs(self, name, file, kind):
        satker = tuple(kode for kode in (SURABAYA, BATU) if kode in SEES[name])
        self._hand_in(name, dataclasses.replace(file, satker=satker, flaw=None), kind, "Catatan")

    @rule(name=st.sampled_from(sorted(PEOPLE)), kind=st.sampled_from(["revisi", "koreksi"]), data=st.data())
    def hands_in_a_file_of_before(self, name, kind, data):
        known = sorted({one.file for one in self.model.handed.values()}, key=str)
        self._hand_in(name, data.draw(st.sampled_from(known)), kind, "Lagi")

    def _hand_in(self, name, file, kind, note):
        person = self.person(name)
        if person is None:
            return
        refusal = self.model.judge_hand_in(name, file, note)
        declared = Declared(sumber_dana=None if file.sumber_dana == TIDAK_DIRINCI else file.sumber_dana)
        number = self.does(refusal, hand_in, draft_of(file), declared, person, now=self.now(), note=note, kind=kind)
        if refusal is None:
            assert number == self.model.hand_in(name, file, kind)

    @precondition(lambda self: self.model.waiting("admin"))
    @rule(name=st.sampled_from(["rina", "tono", "admin"]), behind=st.sampled_from([0, 0, 0, 1]), data=st.data())
    def approves_what_waits(self, name, behind, data):
        waiting = self.model.waiting(name)
        self._approve(name, data.draw(st.lists(st.sampled_from(waiting), min_size=1, max_size=4)), behind)

    @precondition(lambda self: self.model.waiting("admin"))
    @rule(name=st.sampled_from(["rina", "tono", "admin"]))
    def approves_all_of_others(self, name):
        self._approve(name, [one for one in self.model.waiting(name) if self.model.handed[one].by != name], 0)

    @rule(name=st.sampled_from(sorted(PEOPLE)), behind=st.sampled_from([0, 0, 0, 1]), data=st.data())
    def approves_anything(self, name, behind, data):
        numbers = st.integers(1, len(self.model.handed) + 1)
        self._approve(name, data.draw(st.lists(numbers, max_size=3)), behind)

    def _approve(self, name, numbers, behind):
        person = self.person(name)
        if person is None:
            return
        base = self.base(behind)
        refusal = self.model.judge_approval(name, numbers, base)
        before = len(self.model.releases)
        made = self.does(refusal, approve, numbers, person, now=self.now(), base=base, note="Rilis")
        if refusal is None:
            self.model.approve(name, sorted(set(numbers)))
            assert made.number == len(self.model.releases)
            assert made.number == before or made.published_by == name

    @rule(name=st.sampled_from(sorted(PEOPLE)), reason=st.sampled_from(["Salah", "Salah", ""]), data=st.data())
    def gives_back(self, name, reason, data):
        waiting = self.model.waiting("admin") or [1]
        number = data.draw(st.one_of(st.sampled_from(waiting), st.integers(1, len(self.model.handed) + 1)))
        person = self.person(name)
        if person is None:
            return
        refusal = self.model.judge_decision(name, number) if reason else "reason-missing"
        self.does(refusal, give_back, number, person, now=self.now(), reason=reason)
        if refusal is None:
            self.model.give_back(name, number)

    @rule(
        name=st.sampled_from(["siti", "rina", "jaya", "admin"]),
        kode=st.sampled_from([SURABAYA, BATU]),
        bulan=st.sampled_from([9, 10]),
        sumber_dana=st.sampled_from(["RM", "RM", TIDAK_DIRINCI]),
        behind=st.sampled_from([0, 0, 0, 1]),
        reason=st.sampled_from(["Keliru", "Keliru", ""]),
    )
    def withdraws(self, name, kode, bulan, sumber_dana, behind, reason):
        self._withdraw(name, Slice(2026, bulan, kode, sumber_dana).key, behind, reason)

    @precondition(lambda self: self.model.public)
    @rule(name=st.sampled_from(["rina", "tono", "admin"]), data=st.data())
    def withdraws_what_stands(self, name, data):
        self._withdraw(name, data.draw(st.sampled_from(sorted(self.model.public))), 0, "Keliru")

    def _withdraw(self, name, key, behind, reason):
        person = self.person(name)
        if person is None:
            return
        base = self.base(behind)
        refusal = self.model.judge_withdrawal(name, key, base, reason)
        self.does(refusal, withdraw, key, person, now=self.now(), base=base, reason=reason)
        if refusal is None:
            self.model.withdraw(name, key)

    @precondition(lambda self: len(self.model.open) == len(PEOPLE))
    @rule(name=st.sampled_from(sorted(PEOPLE)))
    def is_closed(self, name):
        refusal = "last-admin" if name == "admin" else None
        self.does(refusal, disable_account, name, "baris perintah", START)
        if refusal is None:
            self.model.open.remove(name)
            self.model.acts.append(("akun-nonaktif", "baris perintah", name))

    @precondition(lambda self: len(self.model.open) < len(PEOPLE))
    @rule()
    def is_opened_again(self):
        [name] = set(PEOPLE) - self.model.open
        enable_account(self.database, name, "baris perintah", START)
        assert self.person(name) is None
        self.tokens[name] = start_session(self.database, [*PEOPLE].index(name) + 1, START, confirmed=True)
        self.model.open.add(name)
        self.model.acts.append(("akun-aktif", "baris perintah", name))

    @rule(name=st.sampled_from(sorted(PEOPLE)))
    def looks(self, name):
        person = self.person(name)
        if person is None:
            return
        handed = self.model.handed
        assert [one.number for one in waiting_submissions(self.database, person)] == self.model.waiting(name)
        own = [number for number, one in handed.items() if one.by == name]
        assert [one.number for one in own_submissions(self.database, person)] == own[::-1]
        for number, one in handed.items():
            seen = set(one.file.satker) <= SEES[name]
            found = find_submission(self.database, number, person)
            assert (found is not None) is seen
            assert found is None or (found.state, found.kind, set(found.slices)) == (
                one.state,
                one.kind,
                one.file.slices,
            )
            assert (find_draft(self.database, number, person) is not None) is seen

    @invariant()
    def every_act_is_recorded_once_and_nothing_else(self):
        with self.database.read() as connection:
            query = sa.select(audit.c.act, audit.c.by, audit.c.subject).order_by(audit.c.number)
            acts = [tuple(row) for row in connection.execute(query)]
        assert acts[self.accounts :] == self.model.acts

    @invariant()
    def no_release_changes(self):
        with self.database.read() as connection:
            rows = [tuple(row) for row in connection.execute(sa.select(release).order_by(release.c.number))]
            order = (publication.c.release, publication.c.slice)
            parts = connection.execute(sa.select(publication).order_by(*order)).all()
        assert len(rows) == len(self.model.releases)
        by_release = defaultdict(list)
        for part in parts:
            by_release[part.release].append(part)
        found = [(row, by_release[row[0]]) for row in rows]
        assert found[: len(self.rows)] == self.rows
        for number in range(len(self.rows) + 1, len(rows) + 1):
            self._is_as_the_model_says(number, found[number - 1][1])
            self.frames.append((read_cube(self.database, number), read_lines(self.database, number)))
        self.rows = found
        self.kept = [checkpoint(one) for one in all_releases(self.database)]

    def _is_as_the_model_says(self, number, parts):
        public, kinds = self.model.releases[number - 1]
        assert {part.slice: part.kind for part in parts} == kinds
        cube = read_cube(self.database, number)
        found = {}
        for (kode, bulan, source), own in cube.groupby(["kode_satker", "bulan", "sumber_dana"]):
            key = Slice(2026, int(bulan), kode, source).key
            found[key] = tuple(sum(own[name].tolist()) for name in ("lines", "pagu_rp", "realisasi_rp"))
        assert found == {key: sums(file)[key] for key, file in public.items()}

    def teardown(self):
        try:
            self._holds_to_the_end()
        finally:
            self.database.close()
            self.folder.cleanup()

    def _holds_to_the_end(self):
        assert verify(self.database, self.kept).findings == ()
        for number, (cube, lines) in enumerate(self.frames, 1):
            pd.testing.assert_frame_equal(read_cube(self.database, number), cube)
            pd.testing.assert_frame_equal(read_lines(self.database, number), lines)
        with self.database.read() as connection:
            query = (
                sa.select(submission.c.state, submission.c.submitted_by, submission.c.decided_by, upload.c.uploaded_by)
                .join_from(submission, draft, draft.c.id == submission.c.draft_id)
                .join(upload, upload.c.sha256 == draft.c.upload_sha256)
                .order_by(submission.c.id)
            )
            rows = connection.execute(query).all()
        assert [row.state for row in rows] == [one.state for one in self.model.handed.values()]
        for row in rows:
            assert row.state != "disetujui" or row.decided_by not in {row.submitted_by, row.uploaded_by}


TestReview = Review.TestCase
# Without shrinking, which takes minutes here; there are at most 25 steps to read.
TestReview.settings = settings(
    max_examples=35, stateful_step_count=25, deadline=None, derandomize=True, phases=[Phase.generate]
)
