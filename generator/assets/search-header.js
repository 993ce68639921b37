// The box in the header: opens by / s f, answers as one types, is gone through by arrows, Enter and Escape.
(() => {
  "use strict";

  const { make, search } = window.callArchive;
  const box = document.querySelector(".ca-box");
  const toggle = document.getElementById("__search");
  if (!search || !box || !toggle) return;

  const PAUSE = 120; // milliseconds without a key before words are looked for
  const SHOWN = 10; // passages
  const NAMES = 4;
  const EACH = 3; // passages of a call
  const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false])";

  const field = box.querySelector("input[name=q]");
  const form = field.form;
  const status = box.querySelector("[role=status]");
  const into = box.querySelector(".ca-found");
  const begins = status.textContent;
  const all = make("a", { class: "ca-all", hidden: true });
  into.after(all);

  let turn = 0; // counts questions, so that a late answer to an old one is dropped
  let timer = 0;
  let answered = null; // the words to which the results are the answer

  const open = on => { if (toggle.checked !== on) toggle.click(); };
  const words = () => field.value.trim();
  const links = () => [...box.querySelectorAll(".ca-found a, .ca-all:not([hidden])")].filter(each => each.offsetParent);

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  async function look() {
    clearTimeout(timer);
    const asked = words();
    const mine = ++turn;
    if (!asked) return clear();
    try {
      await search.warm(); // whoever types on while the index opens is not kept waiting by what was typed before
      if (mine !== turn) return;
      const answer = await search.answer(asked, { shown: SHOWN });
      if (mine !== turn) return;
      draw(asked, answer);
    } catch (wrong) {
      if (mine !== turn) return;
      clear();
      say(search.explain(wrong));
    }
  }

  function draw(asked, { found, names, passages, corrected }) {
    const results = new search.draw.Results(into, "h2");
    results.passages(passages, EACH);
    results.names(names.slice(0, NAMES));
    for (const more of into.querySelectorAll(".ca-more")) more.remove(); // the page of all results has them
    const about = corrected ? `Shown for “${corrected}”, not “${asked}”: ` : "";
    const count = found.total ? search.draw.counted(found.total, "passage") : names.length ? "No passages" : "No passage has these words";
    say(about + count);
    all.hidden = !found.total;
    all.href = search.address({ q: corrected || asked });
    all.textContent = found.total > passages.length ? `All ${search.draw.counted(found.total, "passage")}` : "As a page, with filters";
    answered = asked;
  }

  function clear() {
    into.replaceChildren();
    all.hidden = true;
    answered = null;
    say(begins);
  }

  function step(by) {
    const stops = [field, ...links()];
    const at = stops.indexOf(document.activeElement);
    const next = stops[(Math.max(at, 0) + by + stops.length) % stops.length];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  async function enter() {
    if (!words()) return;
    if (answered !== words()) await look();
    const first = links()[0];
    if (first) location.assign(first.href);
    else location.assign(search.address({ q: words() }));
  }

  field.addEventListener("focus", () => {
    open(true);
    search.warm().catch(wrong => say(search.explain(wrong)));
  });
  // Whoever points at the box is about to use it; where bytes are dear, it waits for the focus.
  for (const each of [box, ...document.querySelectorAll("label[for=__search]")]) {
    each.addEventListener("pointerenter", () => { if (!navigator.connection?.saveData) search.warm().catch(() => {}); }, { once: true });
  }
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  form.addEventListener("submit", event => { event.preventDefault(); enter(); });
  form.addEventListener("reset", () => { turn++; clear(); field.focus(); });
  toggle.addEventListener("change", () => { if (toggle.checked) field.focus(); else document.activeElement.blur(); });
  box.addEventListener("focusout", event => { // by the Tab key; a click elsewhere lands on the overlay
    if (event.relatedTarget && !box.contains(event.relatedTarget)) open(false);
  });
  into.addEventListener("click", event => { if (event.target.closest("a")) open(false); });

  const DOES = {
    ArrowDown: () => step(1), ArrowUp: () => step(-1),
    Escape: () => { open(false); field.blur(); },
  };
  box.addEventListener("keydown", event => {
    if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    if (Object.hasOwn(DOES, event.key)) {
      DOES[event.key]();
      event.preventDefault();
    } else if (event.key.length === 1 && event.key !== " " && document.activeElement !== field) {
      field.focus(); // goes on typing where the arrows had left
    }
    event.stopPropagation(); // the page and the theme have keys of their own
  });
  addEventListener("keydown", event => {
    if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    if (toggle.checked && event.key === "Escape") return open(false);
    if (toggle.checked || !["/", "s", "f"].includes(event.key)) return;
    if (event.target instanceof Element && event.target.closest(`${FIELDS}, dialog`)) return;
    field.focus();
    field.select();
    event.preventDefault();
  });

  // Words in an address, as examples on the home page have them, open the box; that of all results is a page.
  const asked = new URLSearchParams(location.search).get("q");
  if (asked && !document.querySelector(".ca-find")) {
    field.value = asked.slice(0, search.LONGEST);
    field.focus();
    look();
  }
  for (const home of document.querySelectorAll("form.ca-search")) {
    home.addEventListener("submit", event => {
      event.preventDefault();
      location.assign(search.address({ q: home.elements.q.value.trim() }));
    });
  }
})();
