// Asks the index of the search: fetches what a query needs, in which languages, and puts the answers together.
// Knows no elements besides the one that says where the index lies.
(() => {
  "use strict";

  const holder = document.querySelector("[data-ca-search]");
  if (!holder) return;

  const { script, engine: { added, open: opened } } = window.callArchive;
  const packed = "caPacked" in holder.dataset; // everything is a script, so that it opens without a server
  const root = new URL(holder.dataset.caSearch, location.href).href;
  const page = new URL(holder.dataset.caPage, location.href).href;
  const site = new URL("../", root).href;

  const LONGEST = 200; // characters of a query
  const PATIENCE = 20000; // milliseconds that a part of the index may take before it counts as missing
  const SIGNS = "\\u0e01-\\u0e4e\\u3005\\u3041-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uf900-\\ufaff";
  const SIGN = new RegExp(`[${SIGNS}]`);
  const RUN = new RegExp(`[${SIGNS}]{2,}`, "g"); // "云计算" of "云计算 AI"
  const QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/g; // “ ” „ ‟ « » ＂
  const APOSTROPHES = /[\u2019\u02bc]/g; // ’ ʼ
  const UNSAID = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/u; // "-", ")", "'": not in words of an index
  const MARK = /\p{M}/gu; // the two dots of "ä", taken apart
  const GROUPS = 3; // of first letters of words
  const PHRASE = /"([^"]+)"/g; // "open source" of: alibaba "open source"
  const ALPHABETS = {
    ar: /[\u0600-\u06ff]/, fa: /[\u0600-\u06ff]/, ur: /[\u0600-\u06ff]/, he: /[\u0590-\u05ff]/, el: /[\u0370-\u03ff]/,
    ru: /[\u0400-\u04ff]/, uk: /[\u0400-\u04ff]/, bg: /[\u0400-\u04ff]/, sr: /[\u0400-\u04ff]/,
    hi: /[\u0900-\u097f]/, ta: /[\u0b80-\u0bff]/, ko: /[\uac00-\ud7af]/, hy: /[\u0530-\u058f]/,
  };

  const SAID = {
    file: "Searching needs a web server: a browser lets no page from a file fetch an index. Start one in the folder of " +
      "this site (python -m http.server), or have it packed: call-archive build --packed folder.",
    unreached: "The index of the search could not be reached. Are you connected?",
    missing: "The index of the search is missing from this site, in the folder search/.",
    empty: "There is nothing to search in yet: this archive has no call in which anybody says a word.",
    old: "This browser is too old for the search, which needs one of 2023 or later.",
    blocked: "The search could not start. The site\u2019s Content-Security-Policy may forbid it: it needs script-src " +
      "'self' 'wasm-unsafe-eval'.",
  };

  class Failure extends Error {
    constructor(kind) {
      super(SAID[kind]);
      this.kind = kind;
    }
  }

  const explained = wrong => { throw Object.hasOwn(SAID, wrong.message) ? new Failure(wrong.message) : wrong; };
  const explain = wrong => wrong instanceof Failure ? wrong.message : SAID.blocked;

  async function json(path) {
    if (packed) return script(root + path.replace(/\.json$/, ".js")).catch(() => { throw new Failure("missing"); });
    if (location.protocol === "file:") throw new Failure("file");
    let found;
    try {
      found = await fetch(root + path);
    } catch {
      throw new Failure("unreached");
    }
    if (!found.ok) throw new Failure("missing");
    try {
      return await found.json();
    } catch {
      throw new Failure("missing");
    }
  }

  // A promise that is made once, and again after it has failed.
  function once(make) {
    const held = new Map();
    return (key, ...rest) => {
      if (!held.has(key)) held.set(key, make(key, ...rest).catch(wrong => { held.delete(key); throw wrong; }));
      return held.get(key);
    };
  }

  const files = once(json);
  async function manifest() {
    const told = await files("bundles.json");
    if (!told.languages.length) throw new Failure("empty");
    return told;
  }

  const soon = promise => Promise.race([
    promise, new Promise((_, fail) => { setTimeout(() => fail(new Failure("blocked")), PATIENCE); }),
  ]);

  // The engine of a packed copy is a script too, and opens bundles one by one.
  async function packedEngine(path, [first, ...others]) {
    const module = await script(root + path).catch(() => { throw new Failure("missing"); });
    const made = module.createInstance({ basePath: first.base });
    await made.init();
    await Promise.all(others.map(({ base, weight }) => made.mergeIndex(base, weight > 1 ? { indexWeight: weight } : {})));
    return made;
  }

  // An engine over the bundles of a language, that of most passages with the names beside them.
  const engines = once(async (code, told) => {
    const language = told.languages.find(each => each.language === code);
    const listed = ({ bundles, tables = [], weight = 1 }) =>
      bundles.map((base, at) => ({ base: root + base, table: root + tables[at], weight }));
    const bundles = [...listed(language), ...(told.languages[0] === language ? listed(told.names) : [])];
    if (packed) return packedEngine(language.script, bundles);
    if (!window.DecompressionStream) throw new Failure("old");
    const { program, searcher } = language;
    return soon(opened({ language: code, program: root + program, searcher: root + searcher, bundles })).catch(explained);
  });

  const engine = (told, language) => engines(language.language, told);

  // The languages to ask: that of most passages always, the others by the letters of a query; or all of them.
  function chosen(told, words, all) {
    const signs = SIGN.test(words);
    return told.languages.filter((language, at) => {
      if (!at || all) return true;
      if (language.parted) return signs;
      const own = ALPHABETS[language.language];
      return own ? own.test(words) : !signs;
    });
  }

  // A text as an index parts it: into signs, or into words where it has no spaces.
  function apart(text, language) {
    if (language.parted === "signs") return [...text].map(c => SIGN.test(c) ? ` ${c} ` : c).join("");
    if (language.parted !== "words" || !Intl.Segmenter) return text;
    const words = new Intl.Segmenter(language.language, { granularity: "word" });
    return [...words.segment(text)].map(each => each.segment).join(" ");
  }

  // Words as an index takes them: what must stand side by side, and the rest.
  function parse(words, language) {
    const phrases = [];
    const keep = phrase => {
      const spaced = apart(phrase, language).trim();
      if (spaced) phrases.push(spaced.replace(/\s+/g, " "));
      return " ";
    };
    let loose = words.slice(0, LONGEST).replace(QUOTES, '"').replace(APOSTROPHES, "'").replace(PHRASE, (_, phrase) => keep(phrase));
    loose = loose.replaceAll('"', " ");
    if (language.parted === "signs") loose = loose.replace(RUN, keep);
    return { phrases, loose: loose.replace(/\s+/g, " ").trim() };
  }

  // A word as an index has it, but for its ending.
  const plain = word => [...word].filter(sign => !UNSAID.test(sign)).join("").toLowerCase().normalize("NFD").replace(MARK, "");

  // A phrase as it is asked: a word that is everywhere is listed by the word after it, as `+3+c7` or `+3+g2` (neighbours.py).
  // One that ends in such a word is proved by the word before, if that is one too; else it is asked with whatever may follow.
  function stated(language, phrase) {
    const words = phrase.split(/\s+/).map(plain).filter(Boolean);
    const numbers = words.map(word => language.forms.findIndex(forms => forms.includes(word)));
    const last = words.length - 1;
    if (last < 1 || numbers.every(number => number < 0)) return { queries: [phrase], beyond: false };
    const kinds = words.map((word, at) => numbers[at] < 0 ? `g${word.codePointAt(0) % GROUPS}` : `c${numbers[at]}`);
    const begun = words.slice(0, last).map((word, at) => numbers[at] < 0 ? word : `+${numbers[at]}+${kinds[at + 1]}`);
    const asked = end => [...begun, ...end].join(" ");
    if (numbers[last] < 0) return { queries: [asked([words[last]])], beyond: false };
    if (numbers[last - 1] >= 0) return { queries: [asked([])], beyond: true };
    const all = [...language.forms.keys()].map(number => `c${number}`).concat([...Array(GROUPS).keys()].map(group => `g${group}`), "e0");
    return { queries: all.map(kind => asked([`+${numbers[last]}+${kind}`])), beyond: false };
  }

  // What has a phrase, each passage once; `beyond` says that the phrase goes on for a word after what was asked.
  async function phrased(made, language, phrase, wanted) {
    const { queries, beyond } = stated(language, phrase);
    const found = await Promise.all(queries.map(query => made.search(`"${query}"`, { filters: wanted })));
    const results = [...new Map(found.flatMap(each => each.results).map(each => [each.id, each])).values()];
    for (const each of results) each.beyond = beyond;
    return { results, filters: queries.length === 1 ? found[0].filters : null };
  }

  // Ask one language: what has every part of a query, and the counts of facets.
  async function inLanguage(told, language, words, { filters: wanted, count }) {
    const { phrases, loose } = parse(words, language);
    if (!phrases.length && !loose && words.trim()) return { hits: [], counts: {} }; // punctuation only
    const made = await engine(told, language);
    if (count) await made.filters();
    const asked = phrases.map(phrase => phrased(made, language, phrase, wanted));
    if (loose || !asked.length) asked.push(made.search(loose || null, { filters: wanted }));
    const found = await Promise.all(asked);
    const hits = together(found.map(each => each.results));
    const counts = found.length === 1 && found[0].filters;
    return { hits, counts: counts || (count ? await tally(told, language, hits) : null) };
  }

  // Counts for what no single question has given; none where they cannot be had.
  async function tally(told, language, hits) {
    const ids = hits.map(each => each.id);
    const { search } = window.callArchive;
    if (packed) return (await engine(told, language)).tally(ids);
    return search.tally ? search.tally(language.bundles.map(path => root + path), ids).catch(() => null) : null;
  }

  // What every part of a query has found.
  function together([first, ...others]) {
    if (!others.length) return first;
    const held = others.map(list => new Map(list.map(each => [each.id, each])));
    return first.flatMap(each => {
      const also = held.map(list => list.get(each.id));
      if (also.some(one => !one)) return [];
      return [{ id: each.id, score: also.reduce((sum, one) => sum + one.score, each.score), parts: [each, ...also] }];
    });
  }

  const filters = chosenValues => Object.fromEntries(
    Object.entries(chosenValues || {}).filter(([, values]) => values.length).map(([facet, values]) => [facet, { any: values }]));

  const byScore = (a, b) => b.score - a.score;
  // Ids begin with the date of the call, and go on with the call and the place in it: 20240502-3f9a01c2d4-07.
  const byDate = (a, b) => b.id.slice(0, 8).localeCompare(a.id.slice(0, 8)) || byScore(a, b);

  // Ask. `filters` is {facet: [values]}, any of which will do; `sort` is "date" or nothing; `count` wants the counts of
  // facets; `all` asks every language, whatever the letters of the query; `meant` says of a hit whether it is meant; `shown` is
  // how many are about to be taken.
  async function ask(words, { filters: wanted, sort, count = false, all = false, meant, shown = 0 } = {}) {
    const told = await manifest();
    const options = { filters: filters(wanted), count };
    const parts = await Promise.all(chosen(told, words, all).map(async (language, at) => {
      try {
        return await inLanguage(told, language, words, options);
      } catch (wrong) {
        if (!at) throw wrong;
        return { hits: [], counts: {} }; // one language less is better than none
      }
    }));
    const named = each => each.id.startsWith(told.names.mark);
    const first = parts.flatMap(part => part.hits.filter(each => !named(each))).sort(sort === "date" ? byDate : byScore);
    for (const hit of first.slice(0, shown)) load(hit).catch(() => {}); // asked for again below, where it is told
    if (meant) await Promise.all(parts.map(part => sift(part, named, meant)));
    const passages = parts.flatMap(part => part.hits.filter(each => !named(each))).sort(sort === "date" ? byDate : byScore);
    let taken = 0;
    return {
      names: parts[0].hits.filter(named).sort(byScore),
      total: passages.length,
      counts: parts.every(part => part.counts) ? added(parts.map(part => part.counts)) : null,
      take: number => Promise.all(passages.slice(taken, taken += number).map(load)),
    };
  }

  // A language that does not know a word looks for it by ever fewer letters: its best passage tells whether it makes sense.
  async function sift(part, named, meant) {
    const best = part.hits.filter(each => !named(each)).sort(byScore)[0];
    if (best && !meant(await load(best))) Object.assign(part, { hits: part.hits.filter(named), counts: {} });
  }

  // "20240502-3f9a01c2d4-07" → "2024-05-02"; zeros are a date that nobody knows, and names have none.
  const dated = id => /^[1-9]\d{7}-/.test(id) ? `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}` : "";

  // "40 t12 Mei Tan", "61 t12p2": the word at which a place begins, its anchor, and who speaks, unless it is the same.
  function places(listed) {
    let text = "";
    return listed.map(each => {
      const [, location, id, , label] = /^(\d+) (\S+)( (.*))?$/s.exec(each);
      text = label ?? text;
      return { location: Number(location), id, text };
    });
  }

  // A result with its words: what is shown of it, fetched once.
  const loads = new WeakMap();
  function load(hit) {
    if (!loads.has(hit)) loads.set(hit, fetched(hit).catch(wrong => { loads.delete(hit); throw wrong; }));
    return loads.get(hit);
  }

  const stood = each => each.beyond ? [...new Set(each.words.flatMap(at => [at, at + 1]))] : each.words;

  async function fetched(hit) {
    const parts = hit.parts || [hit];
    const data = await soon(parts[0].data()).catch(explained);
    const raw = packed ? data.content.replaceAll("&lt;", "<").replaceAll("&gt;", ">") : data.content;
    const parted = raw.includes("\u200b");
    return {
      id: hit.id, score: hit.score, places: parts.flatMap(stood),
      address: data.raw_url || data.url, title: data.meta.title || "", context: data.meta.context || "",
      date: dated(hit.id), filters: data.filters || {}, anchors: places(data.places || []),
      between: parted ? "" : " ", words: parted ? raw.split("\u200b") : raw.split(/\s+/),
    };
  }

  // Everything of a facet: [[id, label, count]]; those that the manifest holds, or all.
  async function values(facet, all = false) {
    const told = (await manifest()).facets[facet];
    if (!told) return [];
    return all && told.all ? files(told.all) : told.values;
  }

  const warm = async () => {
    const told = await manifest();
    return engine(told, told.languages[0]);
  };

  const address = query => `${page}?${new URLSearchParams(query)}`;

  window.callArchive.search = { root, site, page, ask, load, manifest, values, warm, explain, address, LONGEST };
})();
