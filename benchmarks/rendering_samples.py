"""Are the lists right? The manuals' samples and real articles, held against what we print.

Prints, for each kind, how many are exactly as they should be, and each miss with what is different. Needs
../shared/data or BIBPROOF_DATA. With `--passes FILE` it writes the names of the official samples that pass,
which tests/styles/test_official_samples.py holds.
"""

from __future__ import annotations

import argparse
from collections import Counter
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path

from _records import data_folder
from _samples import Sample, official, real


def difference(expected: str, written: str) -> str:
    """The string as it should be, and what we print otherwise: `[-is missing-]{+is too much+}`."""
    pieces = []
    matcher = SequenceMatcher(None, expected, written, autojunk=False)
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(expected[start:end])
            continue
        if start < end:
            pieces.append(f"[-{expected[start:end]}-]")
        if from_ < to:
            pieces.append(f"{{+{written[from_:to]}+}}")
    return "".join(pieces)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only-official", action="store_true", help="without the real articles")
    parser.add_argument("--quiet", action="store_true", help="figures only")
    parser.add_argument("--passes", type=Path, metavar="FILE", help="write the official ones that pass")
    options = parser.parse_args()
    folder = data_folder()
    if folder is None:
        parser.exit(2, "there is no data: set BIBPROOF_DATA\n")
    samples = chain(official(folder), () if options.only_official else real(folder))
    total, exact, passes, misses = Counter[str](), Counter[str](), list[str](), list[Sample]()
    for sample in samples:
        total[sample.group] += 1
        if sample.passes():
            exact[sample.group] += 1
            if not sample.any_case:
                passes.append(sample.name)
        else:
            misses.append(sample)
    if not options.quiet:
        for sample in misses:
            print(f"{sample.name}\n    {difference(sample.expected, sample.written)}")
        print()
    for group, count in total.items():
        print(f"{group:40}{exact[group]:5} of {count:4}  {exact[group] / count:6.1%}")
    if options.passes is not None:
        options.passes.write_text("".join(f"{name}\n" for name in sorted(passes)), "utf-8")


if __name__ == "__main__":
    main()
