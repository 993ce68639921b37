// Draws what a search has found: names, then passages by call, each with the sentence in which the words stand.
(() => {
  "use strict";

  const { make, search } = window.callArchive;
  if (!search) return;

  const WINDOW = 28; // words within which those that were asked for are best together
  const BEFORE = 12; // words shown before them, at most
  const LONGEST = 38; // words shown
  const FORMS = 8; // words that the page of a result is asked to mark
  const ENDS = /[.?!\u3002\uff1f\uff01\u061f\u06d4][\u0022\u0027\u2019\u201d)\]]*\s*$/; // "year." "know?”" “吗？”
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const KINDS = { speaker: "Speaker", organization: "Organization", topic: "Topic", call: "Call" };

  const counted = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
  const day = iso => {
    const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso); // "2023-08-10"
    return found ? `${Number(found[3])} ${MONTHS[found[2] - 1]} ${found[1]}` : iso;
  };
  const bare = word => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""); // “models,” → models

  // Where the words that were asked for stand best together.
  function best(hit) {
    const places = [...new Set(hit.places)].filter(at => at < hit.words.length).sort((a, b) => a - b).slice(0, 2000);
    let found = { at: places[0] ?? 0, worth: -1 };
    let from = 0;
    const held = new Map();
    places.forEach((at, n) => {
      const form = bare(hit.words[at]);
      held.set(form, (held.get(form) || 0) + 1);
      while (at - places[from] > WINDOW) {
        const old = bare(hit.words[places[from++]]);
        if (held.get(old) === 1) held.delete(old); else held.set(old, held.get(old) - 1);
      }
      const worth = held.size * 100 + Math.min(n - from, 9);
      if (worth > found.worth) found = { at: places[from], worth };
    });
    return { at: found.at, places: new Set(places) };
  }

  // From the beginning of a sentence to its end, as far as there is room.
  function around(words, at) {
    let first = at;
    while (first > 0 && at - first < BEFORE && !ENDS.test(words[first - 1])) first--;
    let last = Math.min(words.length, first + LONGEST);
    for (let n = at; n < last; n++) {
      if (ENDS.test(words[n]) && n - at >= 6) last = n + 1;
    }
    return [first, last];
  }

  function sentence(hit, { at, places }) {
    const { words, between } = hit;
    const [first, last] = around(words, at);
    const drawn = [first > 0 && !ENDS.test(words[first - 1]) ? "\u2026 " : ""];
    for (let n = first; n < last; n++) {
      const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(words[n]);
      drawn.push(...(places.has(n) && word ? [before, make("mark", {}, word), after] : [words[n]]), between);
    }
    return [...drawn, last < words.length && !ENDS.test(words[last - 1]) ? "\u2026" : ""];
  }

  // The words as they are printed, for the page to mark.
  const forms = hit => [...new Set(hit.places.slice(0, 200).map(at => bare(hit.words[at] || "")))].filter(Boolean).slice(0, FORMS);

  function place(hit, at) {
    const [path, fragment = ""] = hit.address.split("#");
    const anchor = hit.anchors.filter(each => each.location <= at).at(-1);
    const marked = forms(hit);
    const query = marked.length ? `?${new URLSearchParams({ h: marked.join(" ") })}` : "";
    const target = anchor ? anchor.id : fragment;
    // The first place of a passage is that of the passage itself: an exchange, with the question before the answer.
    const whole = anchor && hit.anchors[0] === anchor && fragment ? fragment : target;
    return { href: search.site + path + query + (whole ? `#${whole}` : ""), who: anchor ? anchor.text : "" };
  }

  function passage(hit) {
    const where = best(hit);
    const { href, who } = place(hit, where.at);
    const said = make("p", { dir: "auto" }, ...sentence(hit, where));
    if (who && !hit.title.startsWith(who)) said.prepend(make("span", { class: "ca-who" }, `${who}: `));
    return make("li", {}, make("a", { class: "ca-hit", href }, make("strong", { dir: "auto" }, hit.title), said));
  }

  const own = hit => [hit.title, hit.context].join(" \u00b7 ");

  function name(hit) {
    const kind = KINDS[(hit.filters.kind || [])[0]] || "";
    return make("li", {}, make("a", { class: "ca-hit ca-name", href: search.site + hit.address },
      make("strong", { dir: "auto" }, hit.title),
      make("span", { class: "ca-what" }, [kind, kind === hit.context ? "" : hit.context].filter(Boolean).join(" \u00b7 "))));
  }

  // Names as one group, each call as one, in the order in which they are first met.
  class Results {
    constructor(into, level) {
      Object.assign(this, { into, level, groups: new Map() });
      into.replaceChildren();
    }

    names(hits) {
      if (hits.length) this.into.prepend(make("ul", { class: "ca-hits ca-names", "aria-label": "Names" }, ...hits.map(name)));
    }

    passages(hits, most = Infinity) {
      for (const hit of hits) {
        const { list, rest } = this.group(hit);
        if (list.children.length < most) list.append(passage(hit));
        else rest.push(hit);
      }
      for (const group of this.groups.values()) this.fold(group);
    }

    group(hit) {
      const key = hit.call || hit.address.split("#")[0];
      if (!this.groups.has(key)) {
        const list = make("ul", { class: "ca-hits" });
        const date = hit.date && !hit.context.endsWith(day(hit.date)) ? day(hit.date) : "";
        const head = make(this.level, {}, make("span", { dir: "auto" }, hit.context), " ", make("small", {}, date));
        const made = make("section", { class: "ca-group" }, head, list);
        this.groups.set(key, { list, made, rest: [], more: null });
        this.into.append(made);
      }
      return this.groups.get(key);
    }

    fold(group) {
      if (!group.rest.length || group.more) {
        if (group.more) group.more.textContent = `${group.rest.length} more in this call`;
        return;
      }
      group.more = make("button", { type: "button", class: "ca-more" }, `${group.rest.length} more in this call`);
      group.more.addEventListener("click", () => {
        const drawn = group.rest.splice(0).map(passage);
        group.list.append(...drawn);
        group.more.remove();
        group.more = null;
        drawn[0].firstElementChild.focus();
      });
      group.made.append(group.more);
    }
  }

  search.draw = { Results, counted, day, bare, own, place, best };
})();
