// The facets of the page of results: values with counts, several of each, and those that are chosen as one can drop them.
(() => {
  "use strict";

  const { make, search } = window.callArchive;
  if (!search) return;

  const ORDER = ["series", "year", "period", "section", "speaker", "organization", "role", "topic", "status", "call"];
  const SHOWN = 8; // values of a facet that are not folded away
  const MOST = 200; // values drawn

  const known = new Map(); // facet → Map of id → label

  async function labels(facet, wanted) {
    if (!known.has(facet)) known.set(facet, new Map((await search.values(facet)).map(([id, label]) => [id, label])));
    const held = known.get(facet);
    if (wanted.some(id => !held.has(id))) {
      for (const [id, label] of await search.values(facet, true)) held.set(id, label);
    }
    return held;
  }

  // What a facet is called, and in which order its values come: that of the manifest where it is by time.
  async function about(facet) {
    const told = (await search.manifest()).facets[facet];
    return told ? { label: told.label, byTime: facet === "year" || facet === "period" } : null;
  }

  async function one(facet, counts, picked, change, opened) {
    const told = await about(facet);
    if (!told) return null;
    const found = Object.entries(counts || {}).filter(([id, number]) => number || picked.includes(id));
    for (const id of picked) if (!found.some(([each]) => each === id)) found.push([id, 0]);
    if (!found.length || (found.length === 1 && !picked.length)) return null; // nothing to choose between
    const named = await labels(facet, found.map(([id]) => id));
    const order = new Map([...named.keys()].map((id, at) => [id, at]));
    const first = ([id]) => picked.includes(id) ? 0 : 1;
    found.sort((a, b) => first(a) - first(b)
      || (told.byTime ? (order.get(a[0]) ?? 1e9) - (order.get(b[0]) ?? 1e9) : b[1] - a[1])
      || (named.get(a[0]) || a[0]).localeCompare(named.get(b[0]) || b[0]));
    const rows = found.slice(0, MOST).map(([id, number]) => choice(facet, id, named.get(id) || id, counts ? number : null, picked, change));
    const many = Math.max(SHOWN, picked.length);
    const list = make("fieldset", { class: "ca-facet" }, make("legend", {}, told.label), ...rows.slice(0, many));
    if (rows.length > many) {
      const more = make("details", { class: "ca-facet-more", "data-facet": facet },
        make("summary", {}, `${rows.length - many} more`), ...rows.slice(many));
      more.open = opened.has(facet);
      list.append(more);
    }
    return list;
  }

  function choice(facet, id, label, number, picked, change) {
    const box = make("input", { type: "checkbox", name: facet, value: id });
    box.checked = picked.includes(id);
    box.addEventListener("change", () => change(facet, id, box.checked));
    const count = number === null ? [] : [" ", make("small", {}, number.toLocaleString("en"))];
    return make("label", {}, box, make("span", { dir: "auto" }, label), ...count);
  }

  // All facets that there is something to choose in; `counts` is {facet: {value: number}}.
  async function draw(into, counts, chosen, change) {
    const opened = new Set([...into.querySelectorAll("details[open][data-facet]")].map(each => each.dataset.facet));
    const focus = document.activeElement && into.contains(document.activeElement) && document.activeElement;
    const drawn = await Promise.all(ORDER.map(facet =>
      one(facet, counts === null ? null : counts[facet], chosen[facet] || [], change, opened)));
    return () => {
      into.replaceChildren(...drawn.filter(Boolean));
      if (focus) into.querySelector(`[name="${CSS.escape(focus.name)}"][value="${CSS.escape(focus.value)}"]`)?.focus();
    };
  }

  // The chosen values, each with a way to drop it.
  async function drops(chosen, change) {
    const made = await Promise.all(ORDER.flatMap(facet => (chosen[facet] || []).map(async id => {
      const [named, told] = [await labels(facet, [id]), await about(facet)];
      const label = named.get(id) || id;
      const drop = make("button", { type: "button", "aria-label": `Drop ${told ? told.label : facet}: ${label}` },
        make("span", { dir: "auto" }, label), make("span", { "aria-hidden": "true" }, " \u00d7"));
      drop.addEventListener("click", () => change(facet, id, false));
      return drop;
    })));
    return made;
  }

  search.facets = { ORDER, draw, drops };
})();
