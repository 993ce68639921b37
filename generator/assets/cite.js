// "cite" on a turn, on words of it, on a page: a dialog with four formats and a button that copies.
(() => {
  "use strict";

  const archive = window.callArchive;
  const { make, turns, heading, dialog } = archive;
  const facts = archive.facts();
  if (!facts) return;

  let held = []; // what was selected before a button took the selection away

  // The reader's own day.
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(each => String(each).padStart(2, "0")).join("-");
  }

  const bare = address => address.split("#")[0];

  function ofPage() {
    return { ...facts, ...facts.page, address: facts.page.address || facts.address || bare(location.href) };
  }

  function ofTurn(turn, selected) {
    const number = heading(turn).id.slice(1);
    const quoted = selected.filter(each => each.turn === turn).flatMap(each => each.paragraphs);
    const mark = quoted.length === 1 && quoted[0].paragraph.querySelector("a[id]:not(.ca-part)");
    const anchor = mark ? mark.id : `t${number}`;
    const [name, post] = facts.voices[turn.dataset.voice] || ["", ""];
    const call = facts.address || bare(new URL(facts.there, location.href).href);
    return {
      ...facts,
      name,
      post,
      what: `turn ${number}${mark ? `, paragraph ${anchor.split("p")[1]}` : ""}`,
      key: `${facts.key}-${anchor}`,
      address: `${call}#${anchor}`,
      quote: quoted.map(each => each.words).join(" "),
    };
  }

  async function copy(area) {
    try {
      await navigator.clipboard.writeText(area.value);
      return true;
    } catch {
      area.select(); // no clipboard for scripts here (no https): the old way
      return document.execCommand("copy");
    }
  }

  function show(cited) {
    const texts = archive.formats.map(([name, write]) => [name, write({ ...cited, accessed: today() })]);
    const area = make("textarea", { readonly: true, spellcheck: "false", "aria-label": "Citation" });
    const panel = make("div", { id: "ca-cited", role: "tabpanel" }, area);
    const tabs = texts.map(([name], at) => make("button",
      { type: "button", role: "tab", "aria-controls": "ca-cited", id: `ca-cited-${at}` }, name));
    const said = make("span", { role: "status" });
    const copies = make("button", { type: "button" }, "Copy");
    const closes = make("button", { type: "button" }, "Close");

    function choose(at) {
      tabs.forEach((tab, each) => {
        tab.setAttribute("aria-selected", String(each === at));
        tab.tabIndex = each === at ? 0 : -1;
      });
      area.value = texts[at][1];
      panel.setAttribute("aria-labelledby", tabs[at].id);
      said.textContent = "";
      archive.choices.set("citation", texts[at][0]);
    }

    tabs.forEach((tab, at) => {
      tab.addEventListener("click", () => choose(at));
      tab.addEventListener("keydown", event => {
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        const next = (to + tabs.length) % tabs.length;
        choose(next);
        tabs[next].focus();
      });
    });
    copies.addEventListener("click", async () => {
      said.textContent = (await copy(area)) ? "Copied." : "The browser does not let it be copied; select it yourself.";
    });
    choose(Math.max(0, texts.findIndex(([name]) => name === archive.choices.get("citation"))));
    const shown = dialog(title(cited), make("div", { role: "tablist", "aria-label": "Format" }, ...tabs), panel,
      make("p", { class: "ca-doing" }, said, copies, closes));
    closes.addEventListener("click", () => shown.close());
    copies.focus();
  }

  function title(cited) {
    const words = cited.quote ? "words of " : "";
    return `Cite ${cited.name ? `${words}${cited.name}, ` : words}${cited.what || "this call"}`;
  }

  function button(label) {
    const made = make("button", { type: "button", class: "ca-cite", "aria-haspopup": "dialog", "aria-label": label }, "cite");
    made.addEventListener("pointerdown", () => { held = archive.selected(); });
    return made;
  }

  for (const turn of turns()) {
    const made = button(`Cite this turn of ${turn.dataset.who}`);
    made.addEventListener("click", event => {
      const chosen = event.detail && held.length ? held : archive.selected(); // a key leaves the selection where it is
      held = [];
      show(ofTurn(turn, chosen));
    });
    heading(turn).after(made);
  }

  const line = document.querySelector("article .ca-facts p");
  if (line) {
    const made = button(facts.page.what ? `Cite this ${facts.page.what}` : "Cite this call");
    made.addEventListener("click", () => show(ofPage()));
    line.append(make("span", { class: "ca-tools" }, " · ", made));
  }

  // What is printed says where it is from, though nobody has told the pages where they are published.
  addEventListener("beforeprint", () => {
    const imprint = document.querySelector(".ca-imprint");
    if (imprint && !facts.address && !imprint.dataset.filled) {
      imprint.dataset.filled = "yes";
      imprint.prepend(`${bare(location.href)} · `);
    }
  });

  // The button of a turn says when it would cite the words that are selected in it.
  let waits = false;
  document.addEventListener("selectionchange", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      const [first] = archive.selected();
      for (const turn of document.querySelectorAll(".ca-turn.ca-selected")) label(turn, false);
      if (first) label(first.turn, true);
    });
  });

  function label(turn, words) {
    turn.classList.toggle("ca-selected", words);
    const made = turn.querySelector(":scope > .ca-cite");
    made.textContent = words ? "cite these words" : "cite";
    made.setAttribute("aria-label", words ? `Cite these words of ${turn.dataset.who}` : `Cite this turn of ${turn.dataset.who}`);
  }

  addEventListener("call-archive:cite", () => {
    const chosen = archive.selected();
    const turn = chosen.length ? chosen[0].turn : archive.here();
    if (turn) show(ofTurn(turn, chosen));
  });
})();
