// What the theme's script needs before it runs: where the site begins, and what the browser remembers for it.
"use strict";

window.__md_scope = new URL(document.currentScript.dataset.base, location);
window.__md_hash = text => [...text].reduce((hash, each) => (hash << 5) - hash + each.charCodeAt(0), 0);
window.__md_get = (key, storage = localStorage, scope = window.__md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
window.__md_set = (key, value, storage = localStorage, scope = window.__md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // forbidden by the browser: it holds for this page
  }
};
