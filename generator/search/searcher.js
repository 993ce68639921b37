// Searches some bundles of an index: in a worker, or in the page itself where no worker comes. It is written into one file
// behind Pagefind's way into its program, `wasm_bindgen`. Knows no elements, and no language but the one it is told.
(() => {
  "use strict";

  const SIGNATURE = 12; // bytes before the content of a file
  const UNSAID = /^\p{Pd}|\p{Pe}|\p{Pf}|\p{Pi}|\p{Po}|\p{Ps}$/u; // "-", ")", "'": Pagefind's own rule
  const MARK = /\p{M}/gu; // the two dots of "ä", taken apart
  const UNPARTED = ["zh", "ja", "th"];

  async function unpacked(address) {
    const answer = await fetch(address).catch(() => { throw new Error("unreached"); });
    if (!answer.ok) throw new Error("missing");
    const plain = answer.body.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain).arrayBuffer()).subarray(SIGNATURE);
  }

  // What is asked as Pagefind's index has it: in small letters, without what is not said.
  function plain(text, language) {
    const signs = new Intl.Segmenter(language, { granularity: "grapheme" });
    const said = part => [...signs.segment(part)].map(each => each.segment).filter(each => !UNSAID.test(each))
      .map(each => each.toLocaleLowerCase()).join("");
    const words = UNPARTED.includes(language)
      ? [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].map(each => said(each.segment)).join(" ")
      : said(text);
    return words.replace(/\s+/g, " ").trim();
  }

  class Bundle {
    constructor({ base, table }) {
      Object.assign(this, { base, parts: new Map(), at: wasm_bindgen.init_pagefind(table) });
    }

    // A part of the index is loaded once, and again after it has failed.
    load(path, take) {
      if (!this.parts.has(path)) {
        this.parts.set(path, unpacked(this.base + path).then(data => { this.at = wasm_bindgen[take](this.at, data); })
          .catch(wrong => { this.parts.delete(path); throw wrong; }));
      }
      return this.parts.get(path);
    }

    async ready(words, filters, count) {
      const index = JSON.parse(wasm_bindgen.request_indexes(this.at, words));
      const facets = JSON.parse(count ? wasm_bindgen.request_all_filter_indexes(this.at)
        : wasm_bindgen.request_filter_indexes(this.at, filters));
      await Promise.all([
        ...index.map(name => this.load(`index/${name}.pf_index`, "load_index_chunk")),
        ...facets.map(name => this.load(`filter/${name}.pf_filter`, "load_filter_chunk")),
      ]);
    }

    // Ids of results, their scores, and where in each the words stand, in few large pieces: there may be thousands.
    async search(written, exact, filters, count) {
      const words = written.normalize("NFD").replace(MARK, "");
      await this.ready(words, filters, count);
      const told = wasm_bindgen.search(this.at, words, written, filters, "", exact, false);
      const { results, filtered_counts: counts } = JSON.parse(told);
      const ends = new Uint32Array(results.length);
      let end = 0;
      results.forEach((each, at) => { ends[at] = end += each.l.length; });
      const places = new Uint32Array(end);
      end = 0;
      for (const each of results) for (const { l } of each.l) places[end++] = l;
      return { ids: results.map(each => each.p).join(" "), scores: Float64Array.from(results, each => each.s), ends, places, counts };
    }
  }

  async function open({ program, language, bundles }) {
    await wasm_bindgen({ module_or_path: program });
    const opened = bundles.map(each => new Bundle(each));
    // `query` is null for everything that has these facets.
    return async ({ query, exact, filters, count }) => {
      const words = plain(query || "", language);
      if (query !== null && !words) return [];
      return Promise.all(opened.map(each => each.search(words, exact, JSON.stringify(filters || {}), count)));
    };
  }

  if (typeof WorkerGlobalScope === "undefined") {
    callArchive.give(open);
    return;
  }

  let ask;
  addEventListener("message", async ({ data: { id, begin, question } }) => {
    try {
      if (begin) ask = open(begin);
      const answer = question ? await (await ask)(question) : Boolean(await ask);
      const pieces = question ? answer.flatMap(({ scores, ends, places }) => [scores.buffer, ends.buffer, places.buffer]) : [];
      postMessage({ id, answer }, pieces);
    } catch (wrong) {
      postMessage({ id, wrong: String((wrong && wrong.message) || wrong) });
    }
  });
})();
