// The table of questions as data: loads it, filters, counts, orders; reads and writes what is chosen as an address.
// Must not touch the page.
"use strict";

(() => {
  const FORMAT = 1;
  const FACETS = ["asker", "organization", "addressee", "topic", "series", "period", "status", "call"];
  const ORDERS = ["newest", "oldest", "asker"];
  const UNKNOWN = -2; // the code of a value that an address names and this archive does not have
  const PIECE = /"([^"]+)"|(\S+)/g; // `sodium "data center"`: words, and words that belong together
  const BETWEEN = /[^\p{L}\p{N}]+/gu; // "don't, e.g." → "don t e g"
  const ACCENT = /\p{M}/gu; // the dots of "ü", once taken apart
  const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/; // scripts that put no space between words: 储能
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  const fold = (text) => ` ${text.normalize("NFKD").replace(ACCENT, "").toLowerCase().replace(BETWEEN, " ").trim()}`;
  const each = (codes, visit) => { // one code stands alone, several are a list, none is negative
    if (typeof codes !== "number") codes.forEach(visit);
    else if (codes >= 0) visit(codes);
  };
  const tally = (counts, codes) => {
    if (typeof codes !== "number") for (const code of codes) counts[code] += 1;
    else if (codes >= 0) counts[codes] += 1;
  };
  const some = (codes, wanted) => (typeof codes === "number" ? [codes] : codes).some((code) => wanted.has(code));

  /** What is chosen, as an address tells it. */
  function read(search) {
    const told = new URLSearchParams(search);
    const choice = Object.fromEntries(FACETS.map((facet) => [facet, [...new Set(told.getAll(facet).filter(Boolean))]]));
    const sort = told.get("sort");
    return { ...choice, words: told.get("words") || "", sort: ORDERS.includes(sort) ? sort : ORDERS[0] };
  }

  /** The search part of the address of what is chosen; what others put into it stays. */
  function written(choice, search) {
    const told = new URLSearchParams(search);
    for (const name of [...FACETS, "words", "sort"]) told.delete(name);
    if (choice.words.trim()) told.set("words", choice.words.trim());
    for (const facet of FACETS) for (const value of choice[facet]) told.append(facet, value);
    if (choice.sort !== ORDERS[0]) told.set("sort", choice.sort);
    const query = told.toString().replaceAll("%2F", "/");
    return query && `?${query}`;
  }

  const chosen = (choice) => FACETS.some((facet) => choice[facet].length) || choice.words.trim() !== "";

  // A page from a file may fetch nothing; a packed archive has the same as a script beside it.
  function twin(address) {
    const beside = new URL(address);
    beside.search = "";
    beside.pathname += ".js";
    return window.callArchive.script(beside);
  }

  async function json(address, options) {
    if (location.protocol === "file:") return twin(address);
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  }

  /** Load the rows that lie at an address; null where there are none that we understand. */
  async function load(address) {
    const told = await json(address, { cache: "no-cache" });
    return told.format === FORMAT ? new Table(told, address) : null;
  }

  class Table {
    constructor(told, address) {
      Object.assign(this, { told, address, slices: new Map(), texts: null, codes: { ...told.rows } });
      const calls = told.values.call;
      this.size = told.rows.call.length;
      this.codes.series = told.rows.call.map((call) => calls[call][3]);
      this.codes.period = told.rows.call.map((call) => calls[call][4]);
      this.codes.whole = told.rows.status;
      const became = (code, row) => [code, told.rows.open[row]].flat().filter((one) => one >= 0);
      this.codes.status = told.rows.status.map(became);
      const met = new Set(this.codes.status.flat()); // statuses that no question has are not offered
      this.met = told.statuses.map((_, code) => code).filter((code) => met.has(code));
      this.values = { ...told.values, status: told.statuses };
      this.known = Object.fromEntries(FACETS.map((facet) => [facet, this.numbered(facet)]));
      this.orders = new Map();
      this.lists = new Map();
    }

    numbered(facet) {
      return new Map(this.values[facet].map(([id, name], code) => [id || name, code]));
    }

    /** The value that stands in an address for a code, and what a reader reads for it. */
    value(facet, code) { return this.values[facet][code][0] || this.values[facet][code][1]; }
    label(facet, value) {
      const code = this.known[facet].get(value);
      return code === undefined ? value : this.values[facet][code][1];
    }

    /** The codes of a facet as a reader looks for them, sorted once: periods newest first, all else by name. */
    sorted(facet) {
      if (!this.lists.has(facet)) {
        const codes = this.values[facet].map((_, code) => code);
        const name = (code) => this.values[facet][code][1];
        codes.sort(facet === "period" ? (a, b) => b - a : (a, b) => collator.compare(name(a), name(b)));
        this.lists.set(facet, codes);
      }
      return this.lists.get(facet);
    }

    date(row) { return this.values.call[this.codes.call[row]][2]; }

    order(name) {
      if (!this.orders.has(name)) this.orders.set(name, this.ordered(name));
      return this.orders.get(name);
    }

    ordered(name) {
      const call = this.codes.call;
      const rows = Array.from({ length: this.size }, (_, row) => row);
      const newest = (a, b) => call[b] - call[a] || a - b;
      if (name === "oldest") return rows.sort((a, b) => !this.date(a) - !this.date(b) || a - b);
      if (name !== "asker") return rows.sort(newest);
      const place = [];
      this.sorted("asker").forEach((code, at) => { place[code] = at; });
      return rows.sort((a, b) => place[this.codes.asker[a]] - place[this.codes.asker[b]] || newest(a, b));
    }

    /** The words of some rows, loaded slice by slice as they are needed: [shown, more]. */
    async words(rows) {
      const size = this.told.slice;
      return Promise.all(rows.map(async (row) => (await this.slice(Math.floor(row / size)))[row % size]));
    }

    slice(number) {
      if (!this.slices.has(number)) {
        const address = new URL(`words-${number}.json?${this.told.words[number]}`, this.address);
        const loading = json(address);
        loading.catch(() => this.slices.delete(number)); // so that it can be tried again
        this.slices.set(number, loading);
      }
      return this.slices.get(number);
    }

    /** Make the words of all rows ready to be searched. */
    async prepare() {
      if (this.texts) return;
      const slices = await Promise.all(this.told.words.map((_, number) => this.slice(number)));
      this.texts = slices.flat().map((said, row) => fold([...said, ...this.names(row)].join(" ")));
    }

    names(row) {
      const found = [];
      for (const facet of ["asker", "organization", "addressee", "call"]) {
        each(this.codes[facet][row], (code) => found.push(this.values[facet][code][1]));
      }
      return found;
    }

    /** Find the rows that fit; count, for each value, how many would if it were chosen; and what each filter costs. */
    async select(choice) {
      const pieces = [...choice.words.matchAll(PIECE)].map((piece) => fold(piece[1] || piece[2]));
      const terms = pieces.filter((term) => term.trim());
      if (terms.length) await this.prepare();
      const asked = terms.map((term) => (UNSPACED.test(term) ? term.trim() : term));
      const active = FACETS.filter((facet) => choice[facet].length).map((facet) => [facet, this.wanted(facet, choice)]);
      const found = { rows: [], counts: {}, without: {} };
      for (const facet of FACETS) found.counts[facet] = new Uint32Array(this.values[facet].length);
      for (const row of this.order(choice.sort)) this.judge(row, asked, active, found);
      return found;
    }

    wanted(facet, choice) {
      return new Set(choice[facet].map((value) => this.known[facet].get(value) ?? UNKNOWN));
    }

    judge(row, asked, active, found) {
      let failed = 0;
      let which = null;
      if (!asked.every((term) => this.texts[row].includes(term))) [failed, which] = [1, "words"];
      for (const [facet, wanted] of active) {
        if (some(this.codes[facet][row], wanted)) continue;
        which = facet;
        if ((failed += 1) > 1) return;
      }
      if (failed) found.without[which] = (found.without[which] || 0) + 1;
      else found.rows.push(row);
      if (failed && which === "words") return;
      if (failed) tally(found.counts[which], this.codes[which][row]);
      else for (const facet of FACETS) tally(found.counts[facet], this.codes[facet][row]);
    }
  }

  globalThis.callArchiveQuestions = { load, each, read, written, chosen, FACETS, ORDERS };
})();
