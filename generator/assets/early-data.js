// Data for scripts: as JSON from a server, and as scripts that give it where a page comes from a file, and may fetch
// nothing. Knows no page.
(() => {
  "use strict";

  const { make } = window.callArchive;
  const given = new Map(); // address of a script → what it gave

  // Called by a script that holds data: `callArchive.give({…})`.
  const give = value => { given.set(document.currentScript.src, value); };

  // What the script at an address gives; it fails where there is none.
  const script = address => new Promise((done, fail) => {
    const at = new URL(address, location.href).href;
    const loader = make("script", { src: at });
    loader.addEventListener("load", () => {
      loader.remove();
      if (!given.has(at)) return fail(new Error(`${at} gives nothing`));
      done(given.get(at));
      given.delete(at);
    });
    loader.addEventListener("error", () => {
      loader.remove();
      fail(new Error(`${at} is missing`));
    });
    document.head.append(loader);
  });

  Object.assign(window.callArchive, { give, script });
})();
