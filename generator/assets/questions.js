// The table of questions on its page: filters, address, rows. Text is put in as text only; without it, lists remain.
"use strict";

(() => {
  const { load, each, read, written, chosen, FACETS, ORDERS } = globalThis.callArchiveQuestions;
  const PORTION = 50;
  const PAUSE = 200; // milliseconds without a key before words are looked for
  const LABELS = {
    asker: "Asker",
    organization: "Asker's organization",
    addressee: "Asked of",
    topic: "Topic",
    series: "Company or body",
    period: "Period",
    call: "Call",
    status: "What became of it, or of a part",
    words: "Words of the question",
    sort: "Order",
  };
  const SORTED = { newest: "Newest first", oldest: "Oldest first", asker: "By asker, A to Z" };
  const MORE = "Asker, organization, topic, company, period, order";
  const HEADS = ["Date", "Question", "Call", "Status"];
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  const make = (tag, given, ...children) => {
    const { text, on, ...attributes } = given || {};
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(name, value);
    for (const [name, heard] of Object.entries(on || {})) made.addEventListener(name, heard);
    if (text !== undefined) made.textContent = text;
    made.append(...children);
    return made;
  };
  const figure = (number) => number.toLocaleString("en");
  const counted = (number, one) => `${figure(number)} ${one}${number === 1 ? "" : "s"}`;
  const day = (iso) => {
    const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso); // "2023-08-10"
    return found ? `${Number(found[3])} ${MONTHS[found[2] - 1]} ${found[1]}` : iso || "No date";
  };

  class View {
    constructor(table, place) {
      Object.assign(this, { table, place, choice: read(location.search) });
      Object.assign(this, { turn: 0, typing: false, found: null, shown: 0 });
      this.build();
    }

    build() {
      this.fields = {};
      this.picks = { change: () => this.pick() };
      const typing = { input: () => this.typed(), blur: () => { this.typing = false; } };
      this.words = make("input", { type: "search", name: "words", autocomplete: "off", on: typing });
      this.states = make("fieldset", { class: "ca-q-states" });
      const filters = FACETS.filter((facet) => facet !== "status" && this.table.values[facet].length);
      const orders = ORDERS.map((name) => make("option", { value: name, text: SORTED[name] }));
      this.sort = make("select", { name: "sort", on: this.picks }, ...orders);
      const fields = [...filters.map((facet) => this.field(facet)), this.labelled("sort", this.sort)];
      const grid = make("div", { class: "ca-q-grid" }, ...fields);
      this.more = make("details", { class: "ca-q-more" }, make("summary", { text: MORE }), grid);
      this.clear = make("button", { type: "reset", text: "Clear all" });
      this.count = make("p", { class: "ca-q-count", role: "status", "aria-live": "polite" });
      const bar = make("div", { class: "ca-q-bar" }, this.count, this.clear);
      const search = this.labelled("words", this.words);
      this.form = make("form", { class: "ca-q-filters", "aria-label": "Filters" }, search, this.states, this.more, bar);
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("reset", (event) => { event.preventDefault(); this.reset(); });
      this.outline();
    }

    outline() {
      this.body = make("tbody", { role: "rowgroup" });
      const heads = HEADS.map((text) => make("th", { scope: "col", role: "columnheader", text }));
      const top = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads));
      this.rows = make("table", { class: "ca-q-rows", role: "table", "aria-label": "Questions" }, top, this.body);
      this.further = make("button", { class: "ca-q-further", type: "button", on: { click: () => this.extend() } });
      this.empty = make("div", { class: "ca-q-empty" });
    }

    labelled(name, control) {
      control.id = `ca-q-${name}`;
      return make("div", { class: "ca-q-field" }, make("label", { for: control.id, text: LABELS[name] }), control);
    }

    field(facet) {
      const control = make("select", { name: facet, on: this.picks });
      this.fields[facet] = control;
      return this.labelled(facet, control);
    }

    /** Take over from the lists that stand on the page without a script. */
    async begin() {
      await this.show();
      for (const list of document.querySelectorAll(".md-content :is(.ca-entries, .ca-turning)")) list.hidden = true;
      this.place.append(this.form, this.rows, this.empty, this.further);
      const within = Object.keys(this.fields).some((facet) => this.choice[facet].length);
      this.more.open = within || matchMedia("(min-width: 45em)").matches;
      addEventListener("popstate", () => {
        if (location.search === this.searched) return; // another place on the page
        this.choice = read(location.search);
        this.words.value = this.choice.words;
        this.show();
      });
    }

    pick() {
      for (const [facet, { value }] of Object.entries(this.fields)) this.choice[facet] = value ? [value] : [];
      this.choice.status = [...this.states.querySelectorAll("input:checked")].map((box) => box.value);
      this.choice.sort = this.sort.value;
      this.typing = false;
      this.go("pushState");
    }

    typed() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.choice.words = this.words.value;
        this.go(this.typing ? "replaceState" : "pushState"); // one step back for all that is typed at a time
        this.typing = true;
      }, PAUSE);
    }

    go(how) {
      clearTimeout(this.timer);
      this.choice.words = this.words.value;
      const search = written(this.choice, location.search);
      if (search === location.search) return;
      history[how](null, "", location.pathname + search);
      this.show();
    }

    reset() {
      this.choice = { ...read(""), sort: this.choice.sort };
      this.words.value = "";
      this.go("pushState");
      this.words.focus();
    }

    drop(facet) {
      if (facet === "words") this.words.value = "";
      else this.choice[facet] = [];
      this.go("pushState");
      (this.fields[facet] || this.words).focus();
    }

    /** Find and write anew whatever what is chosen changes; a later choice overtakes an earlier one. */
    async show() {
      const turn = (this.turn += 1);
      this.searched = location.search;
      try {
        const found = await this.table.select(this.choice);
        const first = found.rows.slice(0, PORTION);
        const words = await this.table.words(first);
        if (turn === this.turn) this.write(found, first, words);
      } catch (error) {
        if (this.found === null) throw error; // nothing has been shown yet: the lists stay
        if (turn === this.turn) this.count.textContent = "The questions could not be loaded. Try again.";
      }
    }

    write(found, first, words) {
      Object.assign(this, { found, shown: 0 });
      if (document.activeElement !== this.words) this.words.value = this.choice.words;
      this.sort.value = this.choice.sort;
      for (const [facet, control] of Object.entries(this.fields)) this.options(facet, control);
      this.boxes();
      this.clear.hidden = !chosen(this.choice);
      const all = counted(this.table.size, "question");
      this.count.textContent = chosen(this.choice) ? `${figure(found.rows.length)} of ${all}` : all;
      this.body.replaceChildren();
      this.append(first, words);
      this.rows.hidden = !found.rows.length;
      this.help();
    }

    options(facet, control) {
      const [value = ""] = this.choice[facet];
      const counts = this.found.counts[facet];
      const codes = this.table.sorted(facet).filter((code) => counts[code]);
      const name = (code) => this.table.values[facet][code][1];
      const option = (told, text, count) => make("option", { value: told, text: `${text} (${figure(count)})` });
      const made = codes.map((code) => option(this.table.value(facet, code), name(code), counts[code]));
      const missing = value && !made.some((one) => one.value === value);
      if (missing) made.unshift(option(value, this.table.label(facet, value), 0));
      control.replaceChildren(make("option", { value: "", text: "Any" }), ...made);
      control.value = value;
      control.parentElement.classList.toggle("ca-q-chosen", value !== "");
      control.parentElement.hidden = facet === "call" && !value; // a call is chosen on its own page
    }

    boxes() {
      if (!this.states.childElementCount) this.states.append(make("legend", { text: LABELS.status }));
      this.states.hidden = !this.table.met.length;
      for (const code of this.table.met) {
        const [value, word] = this.table.values.status[code];
        const [count, checked] = [this.found.counts.status[code], this.choice.status.includes(value)];
        const known = this.states.querySelector(`input[value="${value}"]`);
        const box = known || make("input", { type: "checkbox", name: "status", value, on: this.picks });
        if (!known) this.states.append(make("label", {}, box, make("span", { text: word }), make("small")));
        box.checked = checked;
        box.parentElement.lastChild.textContent = figure(count);
        box.parentElement.classList.toggle("ca-q-none", !count && !checked);
      }
    }

    help() {
      this.empty.replaceChildren();
      this.empty.hidden = this.found.rows.length > 0;
      if (!this.empty.hidden) this.empty.append(make("p", { text: "No question fits all of these." }));
      for (const [facet, count] of this.empty.hidden ? [] : Object.entries(this.found.without)) {
        const text = `${counted(count, "question")} without “${this.told(facet)}”`;
        this.empty.append(make("button", { type: "button", text, on: { click: () => this.drop(facet) } }));
      }
    }

    told(facet) {
      if (facet === "words") return this.choice.words.trim();
      return this.choice[facet].map((value) => this.table.label(facet, value)).join(", ");
    }

    async extend() {
      const { turn, shown } = this;
      const rows = this.found.rows.slice(shown, shown + PORTION);
      const words = await this.table.words(rows);
      if (turn !== this.turn || shown !== this.shown) return;
      this.append(rows, words);
      this.body.children[shown]?.querySelector("a")?.focus();
    }

    append(rows, words) {
      this.body.append(...rows.map((row, at) => this.row(row, words[at][0])));
      this.shown += rows.length;
      const left = this.found.rows.length - this.shown;
      this.further.hidden = !left;
      this.further.textContent = `Show ${Math.min(left, PORTION)} more of ${figure(left)}`;
    }

    row(row, words) {
      const { codes, values } = this.table;
      const call = values.call[codes.call[row]];
      const cell = (name, ...inside) => make("td", { class: `ca-q-cell-${name}`, role: "cell" }, ...inside);
      return make("tr", { role: "row" },
        cell("when", make("span", { class: "ca-when", text: day(call[2]) })),
        cell("question", this.question(row, call, words), make("small", {}, ...this.people(row))),
        cell("call", this.link(`calls/${call[0]}/index`, call[1])),
        cell("status", ...this.statuses(row)));
    }

    /** What became of the question, and of parts of it where that differs. */
    statuses(row) {
      const { codes, values } = this.table;
      const found = [];
      const add = (code, text) => found.push(make("span", { class: `ca-status ca-${values.status[code][0]}`, text }));
      each(codes.whole[row], (code) => add(code, values.status[code][1]));
      each(codes.open[row], (code) => add(code, `a part ${values.status[code][1]}`));
      return found;
    }

    /** Its own page, or its place in the page of its call. */
    question(row, call, words) {
      const key = String(this.key(row));
      if (key.startsWith("#")) return this.link(`calls/${call[0]}/index`, words, key);
      return this.link(`calls/${call[0]}/${key}`, words);
    }

    key(row) {
      const { codes, values } = this.table;
      const key = codes.key[row];
      return typeof key === "number" ? `${values.asker[codes.asker[row]][0]}-${key}` : key;
    }

    /** Who asks, from where, whom, in how many parts. */
    people(row) {
      const { codes, values } = this.table;
      const inside = [this.person(values.asker[codes.asker[row]], "speakers")];
      const add = (before, value, folder) => inside.push(before, this.person(value, folder));
      each(codes.organization[row], (code) => add(", ", values.organization[code], "organizations"));
      let arrow = " → ";
      each(codes.addressee[row], (code) => {
        add(arrow, values.addressee[code], "speakers");
        arrow = ", ";
      });
      if (codes.parts[row] > 1) inside.push(` · ${counted(codes.parts[row], "part")}`);
      return inside;
    }

    person([id, name], folder) { return id ? this.link(`${folder}/${id}`, name) : make("bdi", { text: name }); }

    link(page, text, anchor = "") {
      const folder = `${page}/`.replace(/\/index\/$/, "/"); // "calls/a/b/index"
      const file = this.table.told.folders ? folder : `${page}.html`;
      return make("a", { href: `../${file}${anchor}`, dir: "auto", text });
    }
  }

  async function start() {
    const place = document.querySelector("[data-rows]");
    if (!place || !globalThis.fetch) return;
    try {
      const table = await load(new URL(place.dataset.rows, location.href));
      if (table && table.size) await new View(table, place).begin();
    } catch (error) {
      console.info("The lists of questions stay as they are:", error.message); // opened from a disk, or nothing there
    }
  }

  start();
})();
