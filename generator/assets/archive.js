// What the scripts of a page share: elements, turns, dialogs, and what the page says of its citation.
window.callArchive = (() => {
  "use strict";

  // An element with attributes and children; words are always text, never markup.
  function make(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children);
    return made;
  }

  const within = () => document.querySelector("article.md-typeset, .md-typeset article") || document.body;
  const turns = () => [...document.querySelectorAll(".ca-turn")];
  const heading = turn => turn.querySelector(":scope > :is(h3, h4)");

  // A dialog of the browser's own: it keeps the focus, closes by Escape and gives the focus back.
  function dialog(title, ...children) {
    const head = make("h2", { id: `ca-dialog-${Math.random().toString(36).slice(2)}`, tabindex: "-1" }, title);
    const made = make("dialog", { class: "ca-dialog", "aria-labelledby": head.id }, head, ...children);
    made.addEventListener("keydown", event => event.stopPropagation()); // the theme has keys of its own
    made.addEventListener("close", () => made.remove());
    made.addEventListener("click", event => { if (event.target === made) made.close(); });
    within().append(made);
    made.showModal();
    return made;
  }

  // What the page says of itself, or null.
  function facts() {
    const holder = document.querySelector("[data-cited]");
    if (!holder) return null;
    try {
      return JSON.parse(holder.dataset.cited);
    } catch {
      return null;
    }
  }

  const choices = {
    get(name) {
      try {
        return localStorage.getItem(`call-archive.${name}`);
      } catch {
        return null; // forbidden by the browser: nothing is remembered
      }
    },
    set(name, value) {
      try {
        localStorage.setItem(`call-archive.${name}`, value);
      } catch {
        // forbidden by the browser: it holds for this page
      }
    },
  };

  return { make, within, turns, heading, dialog, facts, choices };
})();
