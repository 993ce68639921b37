// A card on names: what somebody is in this call, and how much they say. Without it, names are plain links.
(() => {
  "use strict";

  const { make, within, facts } = window.callArchive;
  const told = facts();
  if (!told) return;

  const DELAY = 250; // milliseconds a pointer rests on a name before it is asked about, and is away before it is not
  const people = new Map();
  for (const [name, post, page, turns, questions] of Object.values(told.voices)) {
    if (page) people.set(new URL(page, location.href).href, { name, post, page, turns, questions });
  }
  if (!people.size) return;

  let card = null;
  let anchor = null;
  let waiting = 0;

  const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const link = target => {
    const found = target instanceof Element && target.closest("article a[href]:not(.headerlink)");
    return found && !found.closest(".ca-card, .ca-side, svg") && people.has(found.href) ? found : null;
  };

  function show(name) {
    if (anchor === name) return;
    hide();
    const person = people.get(name.href);
    const does = [person.turns ? counted(person.turns, "turn") : "does not speak",
      person.questions && counted(person.questions, "question")].filter(Boolean).join(" · ");
    card = make("div", { class: "ca-card", id: "ca-card" },
      make("p", {}, make("a", { href: person.page, tabindex: "-1" }, person.name)),
      ...(person.post ? [make("p", {}, person.post)] : []), make("p", {}, `in this call: ${does}`));
    anchor = name;
    name.setAttribute("aria-describedby", "ca-card");
    within().append(card);
    place(name.getClientRects()[0] || name.getBoundingClientRect());
    card.addEventListener("pointerenter", () => clearTimeout(waiting));
    card.addEventListener("pointerleave", leave);
  }

  // Below the name, or above it where there is no room, and never outside of the window.
  function place(name) {
    const origin = (card.offsetParent || document.body).getBoundingClientRect();
    const left = Math.max(8, Math.min(name.left, document.documentElement.clientWidth - card.offsetWidth - 8));
    const below = name.bottom + card.offsetHeight < innerHeight;
    card.style.left = `${left - origin.left}px`;
    card.style.top = `${(below ? name.bottom : name.top - card.offsetHeight) - origin.top}px`;
  }

  function hide() {
    clearTimeout(waiting);
    if (anchor) anchor.removeAttribute("aria-describedby");
    if (card) card.remove();
    card = anchor = null;
  }

  function leave() {
    clearTimeout(waiting);
    waiting = setTimeout(hide, DELAY);
  }

  document.addEventListener("pointerover", event => {
    const name = event.pointerType === "mouse" && link(event.target);
    if (!name) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => show(name), DELAY);
  });
  document.addEventListener("pointerout", event => { if (link(event.target)) leave(); });
  document.addEventListener("focusin", event => {
    const name = link(event.target);
    if (name && name.matches(":focus-visible")) show(name); else if (anchor && event.target !== anchor) hide();
  });
  document.addEventListener("focusout", event => { if (event.target === anchor) leave(); });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && card) {
      hide();
      event.stopPropagation();
    }
  }, true);
})();
