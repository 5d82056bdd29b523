"""Whether files can be handed in, and what is to be done."""

from collections.abc import Mapping, Sequence

from budget.issue import Issue
from store.may import Act, may
from store.signed_in import SignedIn
from store.submission import WAITING, Submission
from views.read_file import ReadFile
from views.verdict import Verdict


def verdicts(files: Sequence[ReadFile], person: SignedIn, known: Mapping[str, Submission]) -> list[Verdict]:
    """A verdict for each of the files that were chosen together.

    Args:
        files: What was read.
        person: Who would hand them in.
        known: What was handed in before, by SHA-256, as `store.handed_in` gives it.
    """
    return [
        _wrong(one, person) or _again(known.get(one.upload.sha256)) or _beside(one, files[:place], files)
        for place, one in enumerate(files)
    ]


def _wrong(one: ReadFile, person: SignedIn) -> Verdict | None:
    if one.draft is None:
        return Verdict(False, "Tidak terbaca", wrong=True, issue=one.issue)
    satker = sorted({piece.kode_satker for piece in one.draft.report.slices})
    if not may(person, Act.SUBMIT, satker):
        return Verdict(False, "Bukan satker Anda", wrong=True, issue=Issue.of("not-yours", raw=", ".join(satker)))
    if not one.draft.report.publishable:
        return Verdict(False, "Perbaiki, lalu unggah lagi", wrong=True)
    return None


def _again(known: Submission | None) -> Verdict | None:
    if known is None:
        return None
    state = "menunggu peninjau" if known.state == WAITING else known.state
    return Verdict(False, f"Sudah diajukan: pengajuan {known.number}, {state}")


def _beside(one: ReadFile, above: Sequence[ReadFile], files: Sequence[ReadFile]) -> Verdict:
    same = next((other for other in above if other.upload.sha256 == one.upload.sha256), None)
    if same is not None:
        return Verdict(False, f"Isinya sama dengan {same.upload.name}")
    clash = next((other for other in files if other.upload.sha256 != one.upload.sha256 and _overlap(one, other)), None)
    if clash is not None:
        issue = Issue.of("slice-in-two-files", raw=one.upload.name, expected=clash.upload.name)
        return Verdict(False, f"Satker dan periodenya sama dengan {clash.upload.name}", wrong=True, issue=issue)
    return Verdict(True, "Dapat diajukan")


def _overlap(one: ReadFile, other: ReadFile) -> bool:
    if one.draft is None or other.draft is None or not other.draft.report.publishable:
        return False
    return not set(one.draft.report.slices).isdisjoint(other.draft.report.slices)
