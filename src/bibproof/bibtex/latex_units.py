r"""Quantities as siunitx writes them: `\SI{5}{\kilo\metre\per\second}` is 5 km/s."""

from __future__ import annotations

import re

_OPTIONS = r"\s*(?:\[[^\[\]{}]*\]\s*)?"
_QUANTITY = re.compile(
    rf"\\num{_OPTIONS}\{{(?P<alone>[^{{}}]*)\}}"
    rf"|\\(?:(?:SI|qty){_OPTIONS}\{{(?P<number>[^{{}}]*)\}}|si|unit){_OPTIONS}\{{(?P<units>[^{{}}]*)\}}"
)
_UNIT = re.compile(r"\\([A-Za-z]+)\s*")
_UNITS = {
    # prefixes
    "pico": "p",
    "nano": "n",
    "micro": "µ",
    "milli": "m",
    "centi": "c",
    "deci": "d",
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    # units
    "metre": "m",
    "meter": "m",
    "gram": "g",
    "kilogram": "kg",
    "second": "s",
    "ampere": "A",
    "kelvin": "K",
    "mole": "mol",
    "candela": "cd",
    "hertz": "Hz",
    "newton": "N",
    "pascal": "Pa",
    "joule": "J",
    "watt": "W",
    "coulomb": "C",
    "volt": "V",
    "farad": "F",
    "ohm": "Ω",
    "tesla": "T",
    "henry": "H",
    "lumen": "lm",
    "lux": "lx",
    "becquerel": "Bq",
    "gray": "Gy",
    "sievert": "Sv",
    "minute": "min",
    "hour": "h",
    "day": "d",
    "litre": "L",
    "liter": "L",
    "bar": "bar",
    "electronvolt": "eV",
    "dalton": "Da",
    "celsius": "°C",
    "degreeCelsius": "°C",
    "degree": "°",
    "percent": "%",
    "angstrom": "Å",
    "bit": "bit",
    "byte": "B",
    "decibel": "dB",
    # how they are put together
    "per": "/",
    "squared": "²",
    "cubed": "³",
}


def quantities_as_text(latex: str) -> str:
    """The text with numbers and units in place of siunitx's commands."""
    return _QUANTITY.sub(_quantity, latex)


def _quantity(quantity: re.Match[str]) -> str:
    if quantity["alone"] is not None:
        return quantity["alone"]
    unit = _UNIT.sub(lambda command: _UNITS.get(command[1], command[1]), quantity["units"])
    return unit if quantity["number"] is None else f"{quantity['number']} {unit}"
