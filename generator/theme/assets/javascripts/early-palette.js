// Puts on the colours that a reader has chosen, before anything is drawn in others.
"use strict";

(() => {
  const chosen = window.__md_get("__palette");
  if (!chosen || !chosen.color) return;
  const { color } = chosen;
  if (color.media === "(prefers-color-scheme)") {
    const scheme = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${scheme})"]`);
    for (const name of input ? ["media", "scheme", "primary", "accent"] : []) {
      color[name] = input.getAttribute(`data-md-color-${name}`);
    }
  }
  for (const [key, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${key}`, value);
})();
