// The box of a page: searches in one call, in what one person says, in what is said of one topic.
(() => {
  "use strict";

  const { make, search, within } = window.callArchive;
  if (!search) return;

  const PAUSE = 150;
  const SHOWN = 12;
  const PLACES = [
    // calls/halvorsen/fy2024-q1/ but not its questions, speakers/mei-tan/page_2/, topics/cloud.html
    [/^calls\/([^/]+\/[^/]+)$/, "call", "Search in this call"],
    [/^calls\/([^/]+)$/, "series", "Search in these calls"],
    [/^speakers\/([^/]+)$/, "speaker", "Search where this person speaks"],
    [/^organizations\/([^/]+)$/, "organization", "Search where its people speak"],
    [/^topics\/([^/]+)$/, "topic", "Search where this is spoken of"],
  ];

  function about() {
    const path = location.href.startsWith(search.site) ? location.href.slice(search.site.length) : "";
    const plain = path.replace(/[?#].*$/s, "").replace(/\/page_\d+(?=\/|\.html|$)/, "")
      .replace(/(^|\/)index\.html$/, "").replace(/\.html$|\/$/, "");
    for (const [pattern, facet, label] of PLACES) {
      const found = pattern.exec(plain);
      if (found) return { facet, value: decodeURIComponent(found[1]), label };
    }
    return null;
  }

  const here = about();
  const heading = within().querySelector("h1");
  if (!here || !heading) return;

  const field = make("input", { type: "search", name: "q", autocomplete: "off", spellcheck: "false",
    "aria-label": here.label, placeholder: here.label, maxlength: String(search.LONGEST) });
  const form = make("form", { class: "ca-inside", role: "search", "aria-label": here.label }, field);
  const status = make("p", { class: "ca-find-status", role: "status" });
  const into = make("div", { class: "ca-found" });
  const all = make("a", { class: "ca-inside-all" }, "All of them, with filters");
  const answer = make("div", { class: "ca-inside-found", hidden: true }, status, into, all);
  const after = heading.nextElementSibling?.matches(".ca-facts") ? heading.nextElementSibling : heading;
  after.after(form, answer);

  let turn = 0;
  let timer = 0;

  const address = () => search.address({ q: field.value.trim(), [here.facet]: here.value });

  async function look() {
    clearTimeout(timer);
    const mine = ++turn;
    const words = field.value.trim();
    answer.hidden = !words;
    if (!words) return into.replaceChildren();
    all.href = address();
    try {
      const { found, passages, corrected } = await search.answer(words,
        { filters: { [here.facet]: [here.value], kind: ["passage"] }, shown: SHOWN });
      if (mine !== turn) return;
      new search.draw.Results(into, "h2").passages(passages);
      const total = found.total ? search.draw.counted(found.total, "passage") : "Nothing found here";
      status.textContent = corrected ? `${total} for \u201c${corrected}\u201d` : total;
      all.textContent = found.total ? "All of them, with filters" : "Search in everything";
      if (!found.total) all.href = search.address({ q: words });
    } catch (wrong) {
      if (mine !== turn) return;
      into.replaceChildren();
      status.textContent = search.explain(wrong);
    }
  }

  field.addEventListener("focus", () => search.warm().catch(() => {}), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  field.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !field.value) return;
    field.value = "";
    look();
    event.stopPropagation();
    event.preventDefault();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    event.stopPropagation();
    look();
  });
})();
