"""Write docs/rules/ from the rules' docstrings: python docs/write_rules.py."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bibproof.rule_pages import as_markdown
from bibproof.rules import all_rules

FOLDER = Path(__file__).parent / "rules"


def documents() -> Mapping[str, str]:
    """The text of every page, and of the list of them, by the names of the files."""
    pages = {f"{rule.name}.md": as_markdown(rule.name, str(rule.severity), rule.page) for rule in all_rules()}
    rows = [
        f"| [{rule.name}]({rule.name}.md) | {rule.severity} | {rule.page.splitlines()[0]} |"
        for rule in all_rules()
    ]
    head = "# The rules\n\n`bibproof rules NAME` shows the same pages.\n\n"
    head += "| rule | severity | finds |\n|---|---|---|\n"
    return {"README.md": head + "\n".join(rows) + "\n", **pages}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    texts = documents()
    for path in FOLDER.glob("*.md"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
