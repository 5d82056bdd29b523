"""The command line: `.venv/bin/python manage.py --help`."""

import typer

from commands.backup import backup
from commands.import_files import import_files
from commands.normalise import normalise
from commands.publish_drafts import publish_drafts
from commands.restore import restore
from commands.sample import sample
from commands.serve import serve
from commands.user import user
from commands.verify import verify

manage = typer.Typer(no_args_is_help=True, add_completion=False, help="Serapan dari baris perintah.")
manage.command()(normalise)
manage.command("import")(import_files)
manage.command("publish")(publish_drafts)
manage.command()(sample)
manage.command()(serve)
manage.add_typer(user, name="user")
manage.command()(verify)
manage.command()(backup)
manage.command()(restore)

if __name__ == "__main__":
    try:
        manage()
    except ConnectionError as error:
        raise SystemExit(str(error)) from error
