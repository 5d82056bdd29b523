"""The tables of the database."""

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

account = sa.Table(
    "account",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("must_change", sa.Boolean, nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False, server_default="operator"),
    sa.Column("lingkup", sa.Text),
    sa.Column("disabled_at", sa.Text),
    sa.Column("totp_secret", sa.Text),
    sa.Column("totp_step", sa.BigInteger),
    sa.Column("failed_at", sa.Text),
    sa.Column("one_time_until", sa.Text),
    sa.Column("organisation_issuer", sa.Text),
    sa.Column("organisation_subject", sa.Text),
    sa.Index(
        "ix_account_organisation",
        "organisation_issuer",
        "organisation_subject",
        unique=True,
    ),
)
"""Who may sign in. `must_change` is true while the one-time password stands, which opens the account until
`one_time_until` (NULL for a password that a person chose). `lingkup` is the satker of an operator,
the province (region code) of a peninjau, NULL for an admin. `totp_step` is the last time step whose code was used,
`failed_at` when a sign-in that failed was last recorded. `organisation_issuer` and `organisation_subject` say whose
organisation account opens it: that of whoever came first under its name (`store.sign_in_vouched`)."""

session = sa.Table(
    "session",
    metadata,
    sa.Column("token_hash", sa.Text, primary_key=True),
    sa.Column("account_id", sa.ForeignKey("account.id"), nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("seen_at", sa.Text, nullable=False),
    sa.Column("confirmed", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("offered_secret", sa.Text),
)
"""One row per sign-in; the cookie holds the token, the row only its SHA-256. `confirmed` is false until the second
factor was given, where the role asks for one. `offered_secret` is what an account without a second factor is shown: it
becomes the account's with the first code that fits, and goes with the session otherwise."""

upload = sa.Table(
    "upload",
    metadata,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("uploaded_at", sa.Text, nullable=False),
    sa.Column("uploaded_by", sa.Text, nullable=False),
    sa.Column("sample", sa.Boolean, nullable=False),
)
"""Every file as it was given, bytes included. `sample` marks invented figures."""

slice_table = sa.Table(
    "slice",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("tahun", sa.Integer, nullable=False),
    sa.Column("bulan", sa.Integer),
    sa.Column("kode_satker", sa.Text, nullable=False),
    sa.Column("sumber_dana", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False, server_default="realisasi"),
    sqlite_with_rowid=False,
)
"""The parts of each slice's key. `kind` is `realisasi` (figures) or `rpd` (a withdrawal plan)."""

draft = sa.Table(
    "draft",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("upload_sha256", sa.ForeignKey("upload.sha256"), nullable=False),
    sa.Column("declared", sa.Text, nullable=False),
    sa.Column("format", sa.Text, nullable=False),
    sa.Column("report", sa.LargeBinary, nullable=False),
    sa.Column("publishable", sa.Boolean, nullable=False),
    sa.Column("needs_note", sa.Boolean, nullable=False),
    sa.Column("content_hash", sa.Text, nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("leaves", sa.LargeBinary),
    sa.UniqueConstraint("upload_sha256", "declared", "content_hash"),
)
"""What a loader made of an upload under what was declared; never changed. The same file read the
same way is the same draft; a file that a later reader reads differently is a new one. `report` is the
JSON of the report, zlib-compressed (it holds every control total). `leaves` holds the hash of each line in order
(`store.merkle.leaf`), so that a changed line can be named."""

submission = sa.Table(
    "submission",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("draft_id", sa.ForeignKey("draft.id"), nullable=False, index=True),
    sa.Column("submitted_at", sa.Text, nullable=False),
    sa.Column("submitted_by", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("state", sa.Text, nullable=False, index=True),
    sa.Column("decided_at", sa.Text),
    sa.Column("decided_by", sa.Text),
    sa.Column("decision", sa.Text),
)
"""Drafts that were handed in for review. `state` is `menunggu`, `disetujui`, `dikembalikan` or `diganti` (by a later
one for the same slices); `kind` says what it is where it replaces something (`revisi` or `koreksi`); `note` is for the
public; `reason` is a code of `data/alasan.csv`; `decision` is what the reviewer wrote."""

line = sa.Table(
    "line",
    metadata,
    sa.Column("draft_id", sa.ForeignKey("draft.id"), primary_key=True),
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("slice", sa.ForeignKey("slice.key"), nullable=False),
    *(
        sa.Column(level, sa.Text)
        for level in ("program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun", "item", "uraian")
    ),
    *(
        sa.Column(amount, sa.BigInteger)
        for amount in ("pagu_rp", "lock_rp", "realisasi_lalu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp")
    ),
    sa.Column("sumber_lembar", sa.Text, nullable=False),
    sa.Column("sumber_baris", sa.Integer, nullable=False),
    sa.Column("sumber_sel", sa.Text),
    sa.Column("cells", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Budget lines, lowest level present; NULL is unknown, never zero."""

plan_line = sa.Table(
    "plan_line",
    metadata,
    sa.Column("draft_id", sa.ForeignKey("draft.id"), primary_key=True),
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("slice", sa.ForeignKey("slice.key"), nullable=False),
    sa.Column("jenis", sa.Text),
    sa.Column("bulan", sa.Integer, nullable=False),
    sa.Column("rencana_rp", sa.BigInteger, nullable=False),
    sa.Column("sumber_lembar", sa.Text, nullable=False),
    sa.Column("sumber_baris", sa.Integer, nullable=False),
    sa.Column("sumber_sel", sa.Text, nullable=False),
    sa.Column("cells", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Withdrawal plans, a row per slice, jenis belanja (NULL where the plan is not broken down) and month."""

heading = sa.Table(
    "heading",
    metadata,
    sa.Column("draft_id", sa.ForeignKey("draft.id"), primary_key=True),
    sa.Column("kode_satker", sa.Text, primary_key=True),
    sa.Column("path", sa.Text, primary_key=True),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("uraian", sa.Text),
    sa.Column("sumber_lembar", sa.Text, nullable=False),
    sa.Column("sumber_baris", sa.Integer, nullable=False),
    sa.Column("cells", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the codes above a line are called, and where their printed totals stand."""

cube = sa.Table(
    "cube",
    metadata,
    sa.Column("draft_id", sa.ForeignKey("draft.id"), primary_key=True),
    sa.Column("slice", sa.ForeignKey("slice.key"), primary_key=True),
    sa.Column("jenis", sa.Text, primary_key=True),
    sa.Column("pagu_rp", sa.BigInteger),
    sa.Column("realisasi_ini_rp", sa.BigInteger),
    sa.Column("realisasi_rp", sa.BigInteger),
    sa.Column("sisa_rp", sa.BigInteger),
    sa.Column("lines", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Sums per slice and jenis belanja (two digits; `??` where the source gives none), written with the
first publication of a draft. A sum over unknown amounts is unknown."""

release = sa.Table(
    "release",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("published_at", sa.Text, nullable=False),
    sa.Column("published_by", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("previous_hash", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("root", sa.Text),
)
"""What was published, in order; each row's hash covers its content and the hash before. `root` is the Merkle root over
the canonical lines of the slices that it sets (`store.merkle`); NULL in releases from before there were roots."""

publication = sa.Table(
    "publication",
    metadata,
    sa.Column("release", sa.ForeignKey("release.number"), primary_key=True),
    sa.Column("slice", sa.ForeignKey("slice.key"), primary_key=True),
    sa.Column("draft_id", sa.ForeignKey("draft.id"), nullable=False),
    sa.Column("replaces", sa.ForeignKey("draft.id")),
    sa.Column("kind", sa.Text),
    sa.Column("submission_id", sa.ForeignKey("submission.id")),
    sa.Index("ix_publication_slice_release", "slice", "release"),
    sqlite_with_rowid=False,
)
"""The slices that a release sets. The map of release N from slice to draft is, for each slice, the
row with the greatest release up to N; rows are only ever added, so every past map can be drawn. `kind` is `baru`,
`revisi`, `koreksi` or `penarikan` (the slice is no longer in the map; `draft_id` is what was withdrawn), NULL in
releases from before there were kinds."""

layout = sa.Table(
    "layout",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("fingerprint", sa.Text, nullable=False, index=True),
    sa.Column("labels", sa.Text, nullable=False),
    sa.Column("fields", sa.Text, nullable=False),
    sa.Column("unit_rp", sa.BigInteger, nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("created_by", sa.Text, nullable=False),
    sa.Column("revoked_at", sa.Text),
    sa.Column("revoked_by", sa.Text),
)
"""What people said that unknown layouts mean; of one fingerprint the newest that is not revoked holds.
`labels` and `fields` are JSON arrays."""

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
    sa.Column("previous_hash", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)
"""Every act, in order; each row's hash covers it and the hash before. `detail` is JSON."""
