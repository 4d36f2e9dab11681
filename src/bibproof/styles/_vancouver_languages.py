"""The language of a work, as NLM names it behind the reference: "Norwegian" (Citing Medicine, appendix D)."""

from __future__ import annotations

import re

_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian",
    "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay",
    "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sa": "Sanskrit", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "ta": "Tamil", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""By ISO 639-1's code."""

_OTHER_NAMES = {
    "acadian": "French", "austrian": "German", "brazil": "Portuguese", "brazilian": "Portuguese",
    "canadien": "French", "castilian": "Spanish", "farsi": "Persian", "francais": "French",
    "français": "French", "frenchb": "French", "german": "German", "germanb": "German",
    "magyar": "Hungarian", "mexican": "Spanish", "naustrian": "German", "ngerman": "German",
    "nswissgerman": "German", "nynorsk": "Norwegian", "norsk": "Norwegian", "polutonikogreek": "Greek",
    "portuges": "Portuguese", "slovene": "Slovenian", "swissgerman": "German", "bahasa": "Indonesian",
    "chi": "Chinese", "ces": "Czech", "cze": "Czech", "dan": "Danish", "deu": "German", "dut": "Dutch",
    "ell": "Greek", "fas": "Persian", "fin": "Finnish", "fra": "French", "fre": "French",
    "ger": "German", "gre": "Greek", "hrv": "Croatian", "hun": "Hungarian", "ita": "Italian",
    "jpn": "Japanese", "kor": "Korean", "lat": "Latin", "nld": "Dutch", "nor": "Norwegian",
    "per": "Persian", "pol": "Polish", "por": "Portuguese", "ron": "Romanian", "rum": "Romanian",
    "rus": "Russian", "slo": "Slovak", "slk": "Slovak", "spa": "Spanish", "srp": "Serbian",
    "swe": "Swedish", "tur": "Turkish", "ukr": "Ukrainian", "zho": "Chinese",
    "deutsch": "German", "español": "Spanish", "espanol": "Spanish", "italiano": "Italian",
    "português": "Portuguese", "nederlands": "Dutch", "svenska": "Swedish", "dansk": "Danish",
    "suomi": "Finnish", "polski": "Polish",
}  # fmt: skip
"""By babel's names, ISO 639-2's codes and the languages' own names."""

_KNOWN = {**_NAMES, **_OTHER_NAMES, **{name.lower(): name for name in _NAMES.values()}}
_END = re.compile(r"[-_,;/ ].*$")


def foreign_language(language: str | None) -> str:
    """The name of a language other than English; empty for English and for what is no language."""
    if not language:
        return ""
    return _KNOWN.get(_END.sub("", language.strip().lower()), "")
