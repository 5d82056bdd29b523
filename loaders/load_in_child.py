"""What runs in a reading process."""

import math
import resource

import pandas as pd

from budget.declared import Declared
from budget.reference import Reference
from budget.report import Report
from budget.upload import Upload
from loaders.load import load


def load_in_child(
    upload: Upload, reference: Reference | None, declared: Declared, seconds: float
) -> tuple[pd.DataFrame, pd.DataFrame, Report, pd.DataFrame]:
    """Loads one file under a limit of processor time, unable to write one byte to a file; the bytes do not travel back.

    Args:
        upload: The file.
        reference: Units and regions; None for those in `data/`, which each process reads once.
        declared: What the person who uploads says.
        seconds: Processor time for this file; the process is killed beyond it.

    Returns:
        Lines, headings, report and plan of the draft.

    Raises:
        Unreadable: Nothing can be read from the file.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        draft = load(upload, reference or Reference.load(), declared)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    return draft.lines, draft.headings, draft.report, draft.plan
