// The engine of a packed archive. It answers as Pagefind's script does, so that whoever asks need not know which it is:
// `createInstance({basePath})`, `init`, `mergeIndex`, `filters`, `search`. Knows no files besides that of bundles.
(() => {
  "use strict";

  const { script, give } = window.callArchive;
  const BUNDLES = new URL("bundle.js", document.currentScript.src).href;

  const WORDS = 20; // words of a query
  const LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h",
  };
  const APOSTROPHES = /['\u2019\u02bc]/g;
  const WHOLE = /[ßæœøłđðþıħ]/g;
  const MARK = /\p{M}/gu;
  const WORD = /[\p{L}\p{N}]+/gu;

  // The same as tokens.py has it.
  const folded = text => text.replace(APOSTROPHES, "").toLowerCase().replace(WHOLE, sign => LETTERS[sign])
    .normalize("NFKD").replace(MARK, "");
  const split = text => text.split(/\s+/).flatMap(each => folded(each).match(WORD) || []).slice(0, WORDS);

  let reading = null;
  async function open(base, names) {
    reading ||= script(BUNDLES).catch(wrong => { reading = null; throw wrong; });
    return (await reading).open(base, names);
  }

  class Instance {
    constructor(base) {
      this.base = base;
      this.bundles = [];
      this.counted = false;
    }

    async init() {
      if (!this.bundles.length) this.bundles.push(await open(this.base, false));
    }

    async mergeIndex(base, options = {}) {
      this.bundles.push(await open(base, Boolean(options.indexWeight)));
    }

    // From now on every answer says how many of the results have which value of which facet.
    async filters() {
      this.counted = true;
    }

    async search(query, { filters } = {}) {
      const phrase = /^\s*"(.*)"\s*$/s.exec(query || "");
      const words = split(phrase ? phrase[1] : query || "");
      if (query && !words.length) return { results: [], filters: {}, unfilteredResultCount: 0 };
      const passages = this.bundles.filter(bundle => !bundle.names);
      const all = [];
      const counts = {};
      for (const bundle of this.bundles) {
        const among = bundle.names ? [bundle] : passages;
        const found = query ? await (phrase ? bundle.side(words) : this.together(bundle, among, words)) : bundle.ids.keys();
        const kept = await bundle.narrowed(filters);
        const members = [...(query ? found.keys() : found)].filter(record => !kept || kept.has(record));
        if (this.counted) await this.count(bundle, new Set(members), counts);
        all.push(...members.map(record =>
          query ? bundle.result(record, found.get(record).score, found.get(record).places) : bundle.result(record, 0, [])));
      }
      return { results: all.sort((a, b) => b.score - a.score), filters: counts, unfilteredResultCount: all.length };
    }

    // The records that have all words; a word that none of these bundles has is left out, as long as another remains.
    async together(bundle, among, words) {
      const asked = words.map(word => {
        const exact = among.map(each => each.forms(word));
        return exact.some(each => each.size) ? exact : among.map(each => each.near(word));
      }).filter(each => each.some(forms => forms.size));
      const lists = await Promise.all(asked.map(each => bundle.weighed(each[among.indexOf(bundle)])));
      if (!lists.length) return new Map();
      const [first, ...others] = lists.sort((a, b) => a.size - b.size);
      const found = new Map();
      for (const [record, held] of first) {
        if (!others.every(list => list.has(record))) continue;
        const each = [held, ...others.map(list => list.get(record))];
        const score = each.reduce((sum, one) => sum + one.score, 0);
        found.set(record, { score, places: each.flatMap(one => one.places) });
      }
      return found;
    }

    // The counts of facets among passages of these ids.
    async tally(ids) {
      const wanted = new Set(ids);
      const counts = {};
      for (const bundle of this.bundles.filter(each => !each.names)) {
        const members = bundle.ids.flatMap(([, id], record) => wanted.has(id) ? [record] : []);
        await this.count(bundle, new Set(members), counts);
      }
      return counts;
    }

    async count(bundle, members, counts) {
      for (const facet of bundle.told.facets) {
        const sums = counts[facet] ||= {};
        for (const [value, records] of Object.entries(await bundle.facet(facet))) {
          const number = records.reduce((sum, record) => sum + members.has(record), 0);
          if (number) sums[value] = (sums[value] || 0) + number;
        }
      }
    }
  }

  give({ createInstance: ({ basePath }) => new Instance(basePath) });
})();
