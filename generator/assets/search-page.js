// The page of all results: words, facets and order, all of which stand in its address.
(() => {
  "use strict";

  const { make, search } = window.callArchive;
  const holder = document.querySelector(".ca-find");
  if (!search || !holder) return;

  const PAUSE = 200; // milliseconds without a key before words are looked for
  const PORTION = 20; // passages drawn at once
  const EACH = 4; // passages of a call before the rest is folded
  const { ORDER } = search.facets;

  const field = make("input", { type: "search", name: "q", autocomplete: "off", spellcheck: "false",
    maxlength: String(search.LONGEST), "aria-label": "Search all transcripts", "aria-describedby": "ca-find-help",
    placeholder: "Words, names, or \u201ca phrase\u201d" });
  const form = make("form", { class: "ca-search", role: "search" }, field, make("button", { type: "submit" }, "Search"));
  const help = make("p", { class: "ca-find-help", id: "ca-find-help" },
    "Words are found in all their forms, in any order; \u201cin quotes\u201d side by side.");
  const status = make("p", { class: "ca-find-status", role: "status" });
  const sort = make("select", { "aria-label": "Order" }, make("option", { value: "" }, "Best first"),
    make("option", { value: "date" }, "Newest first"));
  const dropped = make("div", { class: "ca-drops" });
  const bar = make("div", { class: "ca-find-bar" }, status, sort);
  const hint = make("p", { class: "ca-find-hint", hidden: true });
  const facets = make("div", { class: "ca-facets" });
  const narrow = make("details", { class: "ca-narrow" }, make("summary", {}, "Narrow down"), facets);
  const into = make("div", { class: "ca-found" });
  const more = make("button", { type: "button", class: "ca-more", hidden: true });
  const results = make("div", { class: "ca-results" }, bar, dropped, hint, into, more);
  const body = make("div", { class: "ca-find-body" }, results, narrow);
  holder.append(form, help, body);

  let state = read();
  let turn = 0;
  let timer = 0;
  let typing = false; // one entry of the history for a word, not one a letter

  function read() {
    const given = new URLSearchParams(location.search);
    const chosen = {};
    for (const facet of ORDER) {
      const values = [...new Set(given.getAll(facet))].slice(0, 50);
      if (values.length) chosen[facet] = values;
    }
    return { q: (given.get("q") || "").slice(0, search.LONGEST), chosen, sort: given.get("sort") === "date" ? "date" : "",
      literal: given.get("as") === "written" };
  }

  function written({ q, chosen, sort: order, literal }) {
    const query = new URLSearchParams();
    if (q) query.set("q", q);
    for (const facet of ORDER) for (const value of chosen[facet] || []) query.append(facet, value);
    if (order) query.set("sort", order);
    if (literal) query.set("as", "written");
    const text = query.toString();
    return location.pathname + (text ? `?${text}` : "");
  }

  function go(change, replace = false) {
    state = { ...state, ...change };
    history[replace ? "replaceState" : "pushState"](null, "", written(state));
    show();
  }

  function pick(facet, id, on) {
    const others = (state.chosen[facet] || []).filter(each => each !== id);
    const chosen = { ...state.chosen, [facet]: on ? [...others, id] : others };
    if (!chosen[facet].length) delete chosen[facet];
    typing = false;
    go({ chosen });
  }

  const picked = () => Object.keys(state.chosen).length > 0;

  async function show() {
    clearTimeout(timer);
    const mine = ++turn;
    if (field.value !== state.q && document.activeElement !== field) field.value = state.q;
    else if (field.value.trim() !== state.q) field.value = state.q;
    sort.value = state.sort;
    const asked = state;
    document.body.classList.toggle("ca-finding", Boolean(asked.q || picked()));
    if (!asked.q && !picked()) return nothing();
    try {
      await draw(asked, () => mine === turn);
    } catch (wrong) {
      if (mine === turn) { nothing(); status.textContent = search.explain(wrong); body.hidden = false; }
    }
  }

  function nothing() {
    body.hidden = true;
    into.replaceChildren();
    status.textContent = "";
    search.warm().catch(wrong => { body.hidden = false; narrow.hidden = true; status.textContent = search.explain(wrong); });
  }

  async function draw(asked, current) {
    const options = { filters: { ...asked.chosen, kind: ["passage"] }, sort: asked.sort, count: true, all: true,
      shown: PORTION, literal: asked.literal };
    const answer = await search.answer(asked.q, options);
    const [counts, named] = await Promise.all([
      others(asked, answer), picked() ? [] : search.names(answer.corrected || asked.q)]);
    const [place, drops] = await Promise.all([
      search.facets.draw(facets, counts, asked.chosen, pick), search.facets.drops(asked.chosen, pick)]);
    if (!current()) return;
    body.hidden = false;
    place();
    dropped.replaceChildren(...drops);
    narrow.hidden = !facets.children.length;
    say(asked, answer, named);
    const list = new search.draw.Results(into, "h2");
    list.passages(answer.passages, EACH);
    list.names(named);
    follow(list, answer, answer.passages.length, current);
  }

  // In a facet of which something is chosen, the other values count as if nothing were: they would come on top.
  async function others(asked, { found, corrected }) {
    if (!found.counts) return null;
    const counts = { ...found.counts };
    await Promise.all(Object.keys(asked.chosen).map(async facet => {
      const { [facet]: _, ...rest } = asked.chosen;
      const wider = await search.ask(corrected || asked.q, { filters: { ...rest, kind: ["passage"] }, count: true, all: true });
      counts[facet] = (wider.counts || {})[facet] || {};
    }));
    return counts;
  }

  function say(asked, { found, corrected, missing }, names) {
    const { counted } = search.draw;
    hint.hidden = true;
    const total = found.total ? counted(found.total, "passage") : names.length ? "No passages, but a name" : "Nothing found";
    status.textContent = total;
    if (corrected) {
      const link = make("a", { href: written({ ...asked, literal: true }) }, `Search for \u201c${asked.q}\u201d as it is written`);
      suggest("Shown for ", make("strong", {}, corrected), ". ", link, ".");
    } else if (!found.total && picked() && asked.q) {
      const link = make("a", { href: written({ ...asked, chosen: {} }) }, "search in everything");
      suggest("Nothing that you have narrowed down to has these words: drop a filter, or ", link, ".");
    } else if (!found.total) {
      suggest(asked.q.includes('"') ? "These words stand nowhere side by side: try them without quotes."
        : "Try fewer words, another form of a name, or one of the examples below.");
    } else if (missing.length) {
      suggest(`Shown without \u201c${missing.join("\u201d, \u201c")}\u201d, which no passage has beside the rest.`);
    }
    document.body.classList.toggle("ca-empty", !found.total);
  }

  function suggest(...words) {
    hint.replaceChildren(...words);
    hint.hidden = false;
  }

  function follow(list, { found }, drawn, current) {
    more.hidden = drawn >= found.total;
    more.textContent = `Show more (${drawn.toLocaleString("en")} of ${found.total.toLocaleString("en")} shown)`;
    more.onclick = async () => {
      more.disabled = true;
      const next = await found.take(PORTION);
      if (!current()) return;
      const before = new Set(into.querySelectorAll(".ca-hit"));
      list.passages(next, Infinity);
      more.disabled = false;
      follow(list, { found }, drawn + next.length, current);
      [...into.querySelectorAll(".ca-hit")].find(each => !before.has(each))?.focus();
    };
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      go({ q: field.value.trim(), literal: false }, typing);
      typing = true;
    }, PAUSE);
  });
  field.addEventListener("blur", () => { typing = false; });
  form.addEventListener("submit", event => {
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(timer);
    if (field.value.trim() !== state.q) go({ q: field.value.trim(), literal: false }, typing);
    typing = false;
  });
  sort.addEventListener("change", () => { typing = false; go({ sort: sort.value }); });
  addEventListener("popstate", () => { typing = false; state = read(); field.value = state.q; show(); });

  narrow.open = matchMedia("(min-width: 60em)").matches;
  field.value = state.q;
  if (!state.q && !picked()) field.focus({ preventScroll: true });
  show();
})();
