// Marks the words that somebody has searched for on the page that a result leads to; Escape takes the marks away.
(() => {
  "use strict";

  const { make, search, within } = window.callArchive;
  if (!search) return;

  const PARAMETER = "h";
  const WORDS = 12;
  const MOST = 400; // marks
  const NODES = 40000; // pieces of text that are looked through
  const SKIPPED = "script, style, svg, nav, form, h1, .ca-facts, .ca-crumbs, .headerlink, mark.ca-sought";
  const PLAIN = /[\\^$.*+?()[\]{}|/]/g; // with these a word would be a pattern; a hyphen is none here, and may not be escaped
  const SIGN = /[\u0e01-\u0e4e\u3005\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff]/;

  const given = new URLSearchParams(location.search).get(PARAMETER);
  if (!given) return;

  // Whole words only; signs of a text without spaces wherever they stand.
  function pattern(words) {
    const either = words.map(word => {
      const plain = word.replace(PLAIN, "\\$&");
      return SIGN.test(word) ? plain : `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`;
    });
    return new RegExp(either.join("|"), "giu");
  }

  function texts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, {
      acceptNode: node => node.parentElement.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    });
    const found = [];
    while (walker.nextNode() && found.length < NODES) found.push(walker.currentNode);
    return found;
  }

  function mark(node, sought, left) {
    const text = node.data;
    const parts = [];
    let at = 0;
    for (const found of text.matchAll(sought)) {
      if (!found[0] || parts.length / 2 >= left) break;
      parts.push(text.slice(at, found.index), make("mark", { class: "ca-sought" }, found[0]));
      at = found.index + found[0].length;
    }
    if (!parts.length) return 0;
    node.replaceWith(...parts, text.slice(at));
    return parts.length / 2;
  }

  function begin() {
    const words = [...new Set(given.slice(0, search.LONGEST).split(/\s+/).filter(Boolean))].slice(0, WORDS);
    if (!words.length) return;
    const sought = pattern(words);
    let marked = 0;
    for (const node of texts(within())) {
      if (marked >= MOST) break;
      marked += mark(node, sought, MOST - marked);
    }
    if (marked) arrive();
  }

  // The browser has gone to the anchor; the word itself may stand below what can be seen.
  function arrive() {
    const anchor = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const marks = [...document.querySelectorAll(".ca-sought")];
    const after = each => !anchor || anchor.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
    const first = marks.find(after);
    if (!first) return;
    for (let fold = first.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (anchor) anchor.scrollIntoView();
    if (!anchor || first.getBoundingClientRect().bottom > innerHeight) first.scrollIntoView({ block: "center" });
  }

  function clear() {
    for (const each of document.querySelectorAll(".ca-sought")) {
      const parent = each.parentNode;
      each.replaceWith(each.textContent);
      parent.normalize();
    }
    const address = new URL(location.href);
    address.searchParams.delete(PARAMETER);
    history.replaceState(history.state, "", address);
    removeEventListener("keydown", leave);
  }

  function leave(event) {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    if (document.querySelector("dialog[open], [data-md-toggle=search]:checked")) return;
    clear();
  }

  addEventListener("keydown", leave);
  begin();
})();
