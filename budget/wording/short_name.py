"""Names of units where there is little room."""

_SHORT = (("KPU ", ""), ("Kabupaten ", "Kab. "), ("Provinsi ", "Prov. "))


def short_name(name: str) -> str:
    """A unit's name in few letters: `Kab. Pacitan` of `KPU Kabupaten Pacitan`."""
    for words, short in _SHORT:
        if name.startswith(words):
            name = name.replace(words, short, 1)
    return name
