"""What the columns mean."""

from budget.field_dictionary import field_dictionary
from budget.wording.language import language
from views.published_table import PublishedTable
from views.render import render


def dictionary_part() -> str:
    """The field dictionary, table by table."""
    fields = field_dictionary(language())
    tables = [(table, [field for field in fields if field.berkas == table.name]) for table in PublishedTable.all()]
    return render("data_dictionary.html", tables=tables)
