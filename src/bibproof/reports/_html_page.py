"""The page around an HTML report: its style and its script, both in the page itself.

Filtering by verdict needs no script: a radio button is chosen, and a style hides the rest. The script adds
the search by words.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from bibproof.findings import Verdict

ATTENTION = "attention"  # what a person should look at

_STYLE = """
:root{color-scheme:light dark;--page:#f6f5f1;--card:#fff;--ink:#1d1f23;--soft:#5b606b;--line:#dedcd4;
--link:#1c56b8;--good:#1b6e3c;--bad:#b3261e;--odd:#8a5300;--off:#5b606b;--chosen:#1d1f23;--on-chosen:#fff;
--cited:#fbe1de;--cited-ink:#7d150f;--recorded:#d5eedb;--recorded-ink:#0f4d27;--focus:#1c56b8}
@media (prefers-color-scheme:dark){:root{--page:#15171b;--card:#1d2026;--ink:#e8e6e1;--soft:#a3a8b3;
--line:#343943;--link:#8ab4f8;--good:#7bd39a;--bad:#ff9a90;--odd:#f2bd6b;--off:#a3a8b3;--chosen:#e8e6e1;
--on-chosen:#15171b;--cited:#5a211d;--cited-ink:#ffd9d5;--recorded:#1d4a2d;--recorded-ink:#d6f5de;
--focus:#8ab4f8}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:9rem}
body{margin:0;overflow-wrap:break-word;background:var(--page);color:var(--ink);
font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible,.filters input:focus-visible+label{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--card);padding:.5rem 1rem;z-index:3}
.skip:focus{top:.5rem}
.wide{max-width:58rem;margin:0 auto;padding-inline:1.25rem}
header{padding-block:2.5rem 1rem}
.brand{margin:0;color:var(--soft);font-size:.85rem;letter-spacing:.08em;text-transform:uppercase}
h1{margin:.1rem 0 .35rem;font-size:clamp(1.6rem,5vw,2.3rem);line-height:1.15;letter-spacing:-.02em;
text-wrap:balance;overflow-wrap:anywhere}
.counts{margin:0;color:var(--soft)}
.bar{display:block;width:100%;height:.6rem;margin:1.2rem 0 0;border-radius:.3rem;overflow:hidden}
.bar .verified{fill:var(--good)}.bar .inaccurate,.bar .chimera,.bar .not-found{fill:var(--bad)}
.bar .not-covered{fill:var(--off);opacity:.45}.bar .unchecked{fill:var(--odd)}
.bar rect{stroke:var(--page);stroke-width:.4}
.tools{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:1px solid var(--line);
padding:.75rem 0}
fieldset{border:0;margin:0;padding:0;min-width:0}
.filters{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center}
.filters legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.filters input{position:absolute;opacity:0;pointer-events:none}
.filters label{display:inline-flex;gap:.45rem;align-items:baseline;padding:.35rem .8rem;min-height:2.25rem;
border:1px solid var(--line);border-radius:999px;background:var(--card);cursor:pointer;font-size:.92rem;
white-space:nowrap}
.filters label:hover{border-color:var(--soft)}
.filters label b{font-variant-numeric:tabular-nums;font-weight:600;color:var(--soft)}
.filters input:checked+label{background:var(--chosen);color:var(--on-chosen);border-color:var(--chosen)}
.filters input:checked+label b{color:inherit}
.search{display:flex;gap:.75rem;align-items:center;margin-top:.6rem;flex-wrap:wrap}
.search[hidden]{display:none}
.search label{font-size:.92rem;color:var(--soft)}
.search input{flex:1 1 14rem;font:inherit;padding:.4rem .75rem;min-height:2.5rem;border:1px solid var(--soft);
border-radius:.5rem;background:var(--card);color:inherit}
.search output{color:var(--soft);font-size:.92rem;min-width:7rem}
main{padding-bottom:4rem}
h2{font-size:1.05rem;margin:2rem 0 .75rem;overflow-wrap:anywhere}
.refs{list-style:none;margin:0;padding:0}
.ref,.file{background:var(--card);border:1px solid var(--line);border-radius:.65rem;padding:.8rem 1.1rem;
border-left:.3rem solid var(--off);margin:0 0 .6rem}
.many{content-visibility:auto;contain-intrinsic-size:auto 120rem}
.ref.verified{border-left-color:var(--good)}.ref.unchecked{border-left-color:var(--odd)}
.ref.inaccurate,.ref.chimera,.ref.not-found,.file{border-left-color:var(--bad)}
.head{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline}
h3{margin:0;font:600 .98rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.verdict{font-weight:600;font-size:.92rem}
.verdict::before{content:"";display:inline-block;width:.55em;height:.55em;border-radius:50%;
background:currentColor;margin-right:.4em;vertical-align:.08em}
.verified .verdict{color:var(--good)}.unchecked .verdict{color:var(--odd)}
.not-covered .verdict{color:var(--off)}
.inaccurate .verdict,.chimera .verdict,.not-found .verdict{color:var(--bad)}
.doi{margin-left:auto;font-size:.88rem;overflow-wrap:anywhere}.record .doi{margin:0}
.lacks{font-size:.88rem;color:var(--soft)}
.claim,.why,.record{margin:.1rem 0 0;color:var(--soft);font-size:.92rem;overflow-wrap:anywhere}
.record{margin-top:.7rem;padding-top:.6rem;border-top:1px dashed var(--line)}
.findings{list-style:none;margin:.7rem 0 0;padding:0;display:grid;gap:.9rem;
grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}
.findings>:not(.short){grid-column:1/-1}
.findings+.findings{margin-top:.9rem}
.what{margin:0;display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline;font-size:.92rem}
.rule{font-weight:600}.error .severity{color:var(--bad)}.warning .severity{color:var(--odd)}
.severity{font-size:.85rem;font-weight:600}.note .severity{color:var(--off)}
.line{color:var(--soft);font-size:.85rem;font-variant-numeric:tabular-nums;margin-left:auto}
.because{margin:.15rem 0 0;color:var(--soft);font-size:.88rem;overflow-wrap:anywhere}
.findings .aside .severity{color:var(--off)}
.said{margin:.15rem 0 0;font-size:.95rem;overflow-wrap:anywhere}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;margin:.35rem 0 0}
.pair>div{border:1px solid var(--line);border-radius:.45rem;padding:.4rem .7rem .5rem;min-width:0}
.pair dt{font-size:.78rem;color:var(--soft);letter-spacing:.03em}
.pair dd{margin:0;overflow-wrap:anywhere;font-family:Charter,"Bitstream Charter",Georgia,Cambria,serif;
font-size:1.04rem;line-height:1.45}
mark{border-radius:.2em;padding:.04em .18em;margin:0 -.06em;
-webkit-box-decoration-break:clone;box-decoration-break:clone}
.cited mark{background:var(--cited);color:var(--cited-ink);text-decoration:underline dotted;
text-underline-offset:.2em}
.recorded mark{background:var(--recorded);color:var(--recorded-ink);font-weight:600}
.parts{margin:.6rem 0 0;display:grid;gap:.5rem}
.parts>div{border:1px solid var(--line);border-radius:.45rem;padding:.4rem .7rem .5rem}
.parts dt{font-size:.78rem;color:var(--soft);letter-spacing:.03em}
.parts dd{margin:0;overflow-wrap:anywhere}.parts .doi{margin:0;display:block}
.none{color:var(--soft);padding:1.5rem 0}
.none[hidden]{display:none}
footer{border-top:1px solid var(--line);padding-block:1.25rem 2.5rem;color:var(--soft);font-size:.88rem}
.miss,.refs[hidden],.findings[hidden]{display:none}
@media (max-width:36rem){.doi,.line{margin-left:0}
.filters{flex-wrap:nowrap;overflow-x:auto;padding:.25rem;margin:-.25rem;scrollbar-width:thin}
.ref,.file{padding:.75rem .85rem}header{padding-top:1.5rem}
.long .pair{grid-template-columns:1fr}.search label{display:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{:root{--page:#fff;--card:#fff}.tools,.skip,.none{display:none}.ref{break-inside:avoid}
.many{content-visibility:visible}a{color:inherit}
mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.doi a{text-decoration:none}}
@media (forced-colors:active){.ref,.file{border-left-color:CanvasText}
.filters input:checked+label{outline:2px solid Highlight}mark{background:Mark;color:MarkText}}
"""

_BOXES = ("ref", "file")  # not :is(.ref,.file), for which browsers look at the whole page again
_HIDDEN = (ATTENTION, *map(str, Verdict))
STYLE = _STYLE + "".join(
    f"main[data-show={name}] .{box}:not(.{name}){{display:none}}\n" for name in _HIDDEN for box in _BOXES
)
STYLE_WITHOUT_SCRIPT = "".join(
    f"body:has(#show-{name}:checked) .{box}:not(.{name}){{display:none}}\n"
    for name in _HIDDEN
    for box in _BOXES
)
"""Goes by the radio buttons themselves. In a page of thousands a browser takes seconds for that; so where
scripts run, one takes it away before the page is read, and the other does the same by an attribute."""

EARLY_SCRIPT = 'document.getElementById("without-script").remove();'
SCRIPT = """
"use strict";
(() => {
  const box = document.getElementById("search");
  const told = document.getElementById("told");
  const none = document.getElementById("none");
  const groups = Array.from(document.querySelectorAll(".refs, .file > .findings"), (group) => ({
    group,
    items: Array.from(group.children),
    file: group.closest(".file"),
  }));
  const files = new Set(groups.map(({ file }) => file).filter(Boolean));
  const main = document.querySelector("main");
  const shows = document.querySelector(".filters");
  const texts = new Map();
  const read = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const look = () => {
    const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const value = shows.querySelector("input:checked").value;
    main.dataset.show = value;
    const toldOf = new Set();
    let count = 0;
    for (const { group, items, file } of groups) {
      let shown = 0;
      for (const item of items) {
        const hit = words.every((word) => read(item).includes(word));
        item.classList.toggle("miss", !hit);
        if (hit && (file || value === "all" || item.classList.contains(value))) shown += 1;
      }
      if (!file) count += shown;
      else if (shown) toldOf.add(file);
      group.hidden = shown === 0;
      group.style.containIntrinsicBlockSize = shown === items.length ? "" : shown * 6 + "rem";
    }
    for (const file of files) file.hidden = !toldOf.has(file);
    told.textContent = count === 1 ? "1 reference" : count + " references";
    none.hidden = count > 0;
  };
  document.querySelector(".search").hidden = false;
  box.addEventListener("input", look);
  shows.addEventListener("change", look);
  look();
})();
"""


def security_policy() -> str:
    """What the page may do: nothing but its own style and script, known by their hashes (CSP 3)."""
    styles = f"'{_hash(STYLE)}' '{_hash(STYLE_WITHOUT_SCRIPT)}'"
    scripts = f"'{_hash(EARLY_SCRIPT)}' '{_hash(SCRIPT)}'"
    return (
        f"default-src 'none'; style-src {styles}; script-src {scripts}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
