// A bundle of a packed archive: loads words, facets and texts as scripts, of each what a question needs, and weighs where
// words stand. How they are written stands in packed.py and portions.py. Knows no queries.
(() => {
  "use strict";

  const { script, give } = window.callArchive;

  const BASE = 45;
  const SIGNS = Array.from({ length: 91 }, (_, at) => String.fromCharCode(0x23 + at)).filter(sign => sign !== "\\");
  const VALUE = new Uint8Array(128);
  SIGNS.forEach((sign, value) => { VALUE[sign.charCodeAt(0)] = value; });

  const FORMS = 300; // words that a beginning may stand for
  const SHORTEST = 3; // letters that are left of a word that is nowhere
  const EXACT = 1, FORM = 0.8, BEGUN = 0.5; // what a place is worth where the word stands, another form, a longer word
  const TITLE = 3; // what a title is worth, in places
  const SATURATED = 1.2, LENGTH = 0.6; // of BM25
  const SHOWN = 30; // words of an excerpt
  const MARKUP = { "<": "&lt;", ">": "&gt;" };

  // Reads numbers one after another.
  class Numbers {
    constructor(text) {
      Object.assign(this, { text, at: 0 });
    }

    get more() {
      return this.at < this.text.length;
    }

    next() {
      let value = 0, worth = 1;
      for (;;) {
        const digit = VALUE[this.text.charCodeAt(this.at++)];
        if (digit < BASE) return value + digit * worth;
        value += (digit - BASE) * worth;
        worth *= BASE;
      }
    }
  }

  // Several folders of an index are one search; a word is loaded once, with the part that holds it.
  class Bundle {
    constructor(base, names) {
      Object.assign(this, { base, names, parts: new Map(), facets: new Map(), shown: new Map(), read: new Map() });
    }

    async open() {
      const told = await script(`${this.base}index.js`);
      this.told = told;
      this.ids = told.calls.flatMap(([call, count]) =>
        Array.from({ length: count }, (_, at) => [call, `${call}-${at.toString(36).padStart(2, "0")}`, at]));
      const lengths = new Numbers(told.lengths);
      this.lengths = this.ids.map(() => lengths.next());
      this.mean = this.lengths.reduce((sum, each) => sum + each, 0) / this.ids.length || 1;
      this.words = [];
      this.starts = [];
      for (const part of told.words) {
        this.starts.push(this.words.length);
        for (const word of part.split(" ")) this.words.push(word);
      }
      return this;
    }

    // The number of the first word that is not before another.
    seek(word) {
      let low = 0, high = this.words.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.words[middle] < word) low = middle + 1; else high = middle;
      }
      return low;
    }

    stem(at) {
      this.cuts ||= this.told.stems.flatMap(part => part.split(" "));
      const [word, cut] = [this.words[at], this.cuts[at]];
      if (!cut) return word;
      return /^\d+$/.test(cut) ? word.slice(0, -Number(cut)) : cut;
    }

    // All words of a stem.
    kin(stem) {
      if (!this.stems) {
        this.stems = new Map();
        for (let at = 0; at < this.words.length; at++) {
          const each = this.stem(at);
          if (this.stems.has(each)) this.stems.get(each).push(at); else this.stems.set(each, [at]);
        }
      }
      return this.stems.get(stem) || [];
    }

    // The words that a word may stand for: itself, its forms, words that it begins; each with its worth.
    forms(word, whole = false) {
      const found = new Map();
      const first = this.seek(word);
      if (this.words[first] === word) {
        for (const at of this.kin(this.stem(first))) found.set(at, FORM);
        found.set(first, EXACT);
      }
      if (whole) return found;
      for (let at = first; at < this.words.length && found.size < FORMS && this.words[at].startsWith(word); at++) {
        if (!found.has(at)) found.set(at, BEGUN * word.length / this.words[at].length);
      }
      return found;
    }

    // A word that is nowhere is looked for by fewer of its letters, which may be a stem: "modelling" leads to "model".
    near(word) {
      for (let size = word.length; size >= Math.max(SHORTEST, word.length * 0.6); size--) {
        const begun = word.slice(0, size);
        const found = new Map(this.kin(begun).map(at => [at, BEGUN]));
        if (!found.size && size > SHORTEST) {
          for (const [at, worth] of this.forms(begun)) if (this.words[at].length <= word.length + 2) found.set(at, worth);
        }
        if (found.size) return found;
      }
      return new Map();
    }

    // Where a word stands: record → [places, whether its title has it].
    async places(at) {
      if (!this.read.has(at)) this.read.set(at, this.decode(at));
      return this.read.get(at);
    }

    async decode(at) {
      let part = this.starts.length - 1;
      while (this.starts[part] > at) part--;
      if (!this.parts.has(part)) this.parts.set(part, script(`${this.base}words/${part}.js`));
      const numbers = new Numbers((await this.parts.get(part))[at - this.starts[part]]);
      const found = new Map();
      let record = 0;
      while (numbers.more) {
        record += numbers.next();
        const told = numbers.next();
        const places = [];
        let place = 0;
        for (let left = told >> 1; left; left--) places.push(place += numbers.next());
        found.set(record, [places, told & 1]);
      }
      return found;
    }

    async facet(name) {
      if (!this.told.facets.includes(name)) return {};
      if (!this.facets.has(name)) {
        this.facets.set(name, script(`${this.base}facets/${name}.js`).then(told => Object.fromEntries(
          Object.entries(told).map(([value, steps]) => [value, this.members(steps)]))));
      }
      return this.facets.get(name);
    }

    members(steps) {
      const numbers = new Numbers(steps);
      const found = [];
      let record = 0;
      while (numbers.more) found.push(record += numbers.next());
      return found;
    }

    // The records that have a value of every facet that is asked for; null where none is.
    async narrowed(filters) {
      let kept = null;
      for (const [facet, wanted] of Object.entries(filters || {})) {
        const values = await this.facet(facet);
        const chosen = Array.isArray(wanted) ? wanted : wanted.any || [wanted];
        const members = new Set(chosen.flatMap(value => Object.hasOwn(values, value) ? values[value] : []));
        kept = kept ? new Set([...kept].filter(each => members.has(each))) : members;
      }
      return kept;
    }

    // Record → {worth, places} of one word of a query.
    async weighed(forms) {
      const found = new Map();
      for (const [at, worth] of forms) {
        for (const [record, [places, title]] of await this.places(at)) {
          const held = found.get(record) || { worth: 0, places: [] };
          held.worth += worth * (places.length + TITLE * title);
          for (const place of places) held.places.push(place);
          found.set(record, held);
        }
      }
      return this.scored(found);
    }

    scored(found) {
      const rare = Math.log(1 + (this.ids.length - found.size + 0.5) / (found.size + 0.5));
      for (const [record, held] of found) {
        const long = 1 - LENGTH + LENGTH * this.lengths[record] / this.mean;
        held.score = rare * held.worth / (held.worth + SATURATED * long);
      }
      return found;
    }

    // The records in which words stand side by side; a hyphen gives two words one place. A title has no places, which
    // matters only where words are signs.
    async side(words) {
      const signs = words.every(word => [...word].length === 1);
      const titles = new Map();
      const lists = await Promise.all(words.map(async word => {
        const found = new Map();
        for (const [at] of this.forms(word, true)) {
          for (const [record, [places, title]] of await this.places(at)) {
            found.set(record, [...found.get(record) || [], ...places]);
            if (title) titles.set(record, (titles.get(record) || 0) + 1);
          }
        }
        return found;
      }));
      const found = new Map();
      for (const [record, begins] of lists[0]) {
        const sets = lists.map(list => new Set(list.get(record) || []));
        const places = begins.flatMap(begin => this.follow(begin, words, sets));
        const title = signs && titles.get(record) >= words.length ? TITLE : 0;
        if (places.length || title) found.set(record, { worth: places.length + title, places: [...new Set(places)] });
      }
      return this.scored(found);
    }

    follow(begin, words, sets) {
      const places = [begin];
      for (let at = 1; at < words.length; at++) {
        const last = places.at(-1);
        const next = [last + 1, ...(words[at] === words[at - 1] ? [] : [last])].find(place => sets[at].has(place));
        if (next === undefined) return [];
        places.push(next);
      }
      return places;
    }

    result(record, score, places) {
      const [call, id, at] = this.ids[record];
      const words = [...new Set(places)].sort((a, b) => a - b);
      return { id, score, words, data: () => this.data(call, at, words) };
    }

    async data(call, at, words) {
      if (!this.shown.has(call)) this.shown.set(call, script(`${this.base}shown/${call}.js`));
      const told = (await this.shown.get(call))[at];
      const content = told.content.replace(/[<>]/g, sign => MARKUP[sign]);
      return { ...told, content, raw_url: told.url, locations: words, sub_results: [], ...excerpts(content, words) };
    }
  }

  // The first words that were asked for, with what stands around them.
  function excerpts(content, places) {
    const parted = content.includes("\u200b");
    const words = parted ? content.split("\u200b") : content.split(/\s+/);
    const first = Math.max(0, (places[0] ?? 0) - SHOWN / 3);
    const marked = new Set(places);
    const shown = words.slice(first, first + SHOWN);
    const between = parted ? "" : " ";
    return {
      excerpt: shown.map((word, at) => marked.has(first + at) ? `<mark>${word}</mark>` : word).join(between),
      plain_excerpt: shown.join(between),
    };
  }

  give({ open: (base, names) => new Bundle(base, names).open() });
})();
