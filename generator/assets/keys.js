// Keys for reading: j and k by turn, J and K by paragraph, n and p by question, ? tells them and switches them off.
(() => {
  "use strict";

  const { make, turns, heading, dialog, choices } = window.callArchive;
  if (!turns().length) return;

  const KEYS = [
    ["j", "k", "next, previous turn"],
    ["Shift j", "Shift k", "next, previous paragraph"],
    ["n", "p", "next, previous question"],
    ["c", "", "cite this turn, or the words selected"],
    ["?", "", "this list"],
  ];
  const HIDDEN = 96; // pixels at the top of the window that header and name may take
  const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable='false']), dialog, audio, video";

  let on = choices.get("keys") !== "off";
  let last = null; // where a key has led, as long as it has the focus

  const questions = () => [...document.querySelectorAll(".md-typeset h3[id]")].filter(each => /^x\d+$/.test(each.id));
  const marks = () => [...document.querySelectorAll(".ca-turn p > a[id]:not(.ca-part)")];
  const top = element => element.getBoundingClientRect().top;

  // Which of the places the reader is at: that of the focus, where a key has put it and it is in sight; else the last
  // one that begins above the words on the screen.
  function place(places, box) {
    const near = last && document.activeElement === last && Math.abs(top(last)) < innerHeight;
    const before = each => each === last || each.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING;
    let found = -1;
    places.forEach((each, at) => { if (near ? before(each) : top(box(each)) <= HIDDEN) found = at; });
    return found;
  }

  function step(places, by, box) {
    const at = place(places, box);
    const inside = at >= 0 && last !== places[at] && top(box(places[at])) < 0;
    const next = by < 0 && inside ? at : at + by;
    if (places[next]) go(places[next], box(places[next]));
  }

  function go(target, box) {
    target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
    last = target;
    const offset = parseFloat(getComputedStyle(target).scrollMarginTop) || 0;
    scrollTo({ top: scrollY + top(box) - offset, behavior: "instant" });
    history.replaceState(history.state, "", `#${target.id}`);
    dispatchEvent(new CustomEvent("call-archive:moved"));
  }

  function byQuestion(by) {
    const found = questions();
    if (found.length) return step(found, by, each => each);
    const link = document.querySelector(by > 0 ? ".ca-following a[href]" : ".ca-previous a[href]");
    if (link) location.assign(link.href);
  }

  const DOES = {
    j: () => step(turns().map(heading), 1, each => each.parentElement),
    k: () => step(turns().map(heading), -1, each => each.parentElement),
    J: () => step(marks(), 1, each => each.parentElement),
    K: () => step(marks(), -1, each => each.parentElement),
    n: () => byQuestion(1),
    p: () => byQuestion(-1),
    c: () => dispatchEvent(new CustomEvent("call-archive:cite")),
    "?": help,
  };

  // The first turn that can be seen at all, for whoever wants to cite without pointing.
  window.callArchive.here = () => {
    const found = turns();
    const at = place(found.map(heading), each => each.parentElement);
    return found[Math.max(at, 0)];
  };

  addEventListener("keydown", event => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(FIELDS)) return;
    if (document.querySelector("dialog[open], [data-md-toggle=search]:checked")) return;
    if (!on || !Object.hasOwn(DOES, event.key)) return;
    DOES[event.key]();
    event.preventDefault();
    if (document.querySelector("link[rel=prev], link[rel=next]")) event.stopPropagation(); // the theme's own n and p
  }, true);

  function help() {
    const list = make("dl", {}, ...KEYS.flatMap(([one, other, does]) => [
      make("dt", {}, ...keys(one), ...(other ? [", ", ...keys(other)] : [])), make("dd", {}, does)]));
    const box = make("input", { type: "checkbox" });
    box.checked = on;
    box.addEventListener("change", () => {
      on = box.checked;
      choices.set("keys", on ? "on" : "off");
      stops();
    });
    const close = make("button", { type: "button" }, "Close");
    const shown = dialog("Keys for reading", list, make("label", {}, box, " Use these keys"),
      make("p", { class: "ca-doing" }, make("span", { role: "status" }), close));
    close.addEventListener("click", () => shown.close());
  }

  const keys = written => written.split(" ").flatMap((key, at) => [...(at ? [" + "] : []), make("kbd", {}, key)]);

  // Three hundred links to paragraphs are no stops of the Tab key, as long as J and K lead to them.
  function stops() {
    for (const mark of marks()) {
      mark.setAttribute("aria-label", "Link to this paragraph");
      if (on) mark.setAttribute("tabindex", "-1"); else mark.removeAttribute("tabindex");
    }
  }
  stops();

  // A way to the list for whoever has no key for it, or has switched the keys off.
  const line = document.querySelector("article .ca-facts p");
  if (line) {
    const opens = make("button", { type: "button", class: "ca-cite", "aria-haspopup": "dialog" }, "keys");
    opens.addEventListener("click", help);
    line.append(make("span", { class: "ca-tools" }, " · ", opens));
  }
})();
