"""The command line: `.venv/bin/python manage.py --help`."""

from commands.normalise import normalise
import typer

manage = typer.Typer(no_args_is_help=True, add_completion=False, help="Serapan dari baris perintah.")
manage.command()(normalise)

if __name__ == "__main__":
    manage()
