"""What is deliberately wrong with the sample exports."""

from datetime import date

from samples.flaw import Flaw

FLAWS = (
    Flaw("missing", "657871", 2026, 9),
    Flaw("missing", "657960", 2026, 9),
    Flaw("missing", "657900", 2025, 2),
    Flaw("missing", "657900", 2025, 3),
    Flaw("missing", "657892", 2025, 7),
    Flaw("missing", "658017", 2026, 1),
    Flaw("missing", "657651", 2025, 3, "HLD"),
    Flaw("late", "657668", 2025, 5, tanggal=date(2025, 6, 24)),
    Flaw("late", "657956", 2025, 10, tanggal=date(2025, 11, 19)),
    Flaw("late", "657811", 2026, 4, tanggal=date(2026, 5, 27)),
    Flaw("late", "657689", 2026, 6, tanggal=date(2026, 7, 22)),
    Flaw("late", "657825", 2024, 12, "HLD", date(2025, 1, 28)),
    Flaw(
        *("omitted", "657935", 2025, 8),
        tanggal=date(2025, 9, 25),
        penjelasan="Sebagian belanja Agustus terlewat dalam berkas pertama.",
    ),
    Flaw(
        *("old_pagu", "657782", 2026, 3),
        tanggal=date(2026, 4, 21),
        penjelasan="Berkas pertama masih memakai pagu sebelum revisi.",
    ),
    Flaw(
        *("fall", "657715", 2026, 5),
        tanggal=date(2026, 7, 1),
        alasan="pengembalian",
        penjelasan="Pengembalian belanja ke kas negara baru dibukukan sesudah berkas pertama.",
    ),
    Flaw("overspent", "657757", 2026, 7),
    Flaw("no_modal", "657981", 2024, 0),
    Flaw("no_modal", "657981", 2025, 0),
    Flaw("no_modal", "657981", 2026, 0),
    Flaw("no_modal", "658000", 2024, 0),
    Flaw("no_modal", "658000", 2025, 0),
    Flaw("no_modal", "658000", 2026, 0),
    Flaw("no_modal", "657914", 2026, 0),
    Flaw("zero", "657693", 2025, 1),
)
"""Every flaw of the sample exports of Jawa Timur; other provinces' have none."""
