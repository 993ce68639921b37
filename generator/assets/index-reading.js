// Reads the index of a language: searches its bundles by Pagefind's program, in a few workers side by side. Knows no queries and no elements.
(() => {
  "use strict";

  const { script } = window.callArchive;

  const SIGNATURE = 12; // bytes before the content of a file
  const WORKERS = 4; // at most; each takes some megabytes
  const LATE = 5000; // milliseconds that a worker may take before it is done without

  // What a file of the index holds. It fails as "unreached" or "missing".
  async function unpacked(address) {
    const answer = await fetch(address).catch(() => { throw new Error("unreached"); });
    if (!answer.ok) throw new Error("missing");
    const plain = answer.body.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain).arrayBuffer()).subarray(SIGNATURE);
  }

  // Asks a worker: the same as a function that answers, or fails.
  function ordered(address) {
    const waiting = new Map();
    const worker = new Worker(address);
    let last = 0;
    const fail = wrong => { for (const [, no] of waiting.values()) no(wrong); waiting.clear(); };
    worker.addEventListener("error", event => { event.preventDefault(); fail(new Error("lost")); });
    worker.addEventListener("message", ({ data: { id, answer, wrong } }) => {
      const [done, no] = waiting.get(id) || [() => {}, () => {}];
      waiting.delete(id);
      if (wrong) no(new Error(wrong)); else done(answer);
    });
    const ask = told => new Promise((done, no) => {
      waiting.set(++last, [done, no]);
      worker.postMessage({ id: last, ...told });
    });
    return { ask, end: () => { worker.terminate(); fail(new Error("lost")); } };
  }

  // What searches some bundles: a worker, which starts while what it begins with is fetched; or the page itself where none
  // comes, as where a policy or a host forbids it.
  async function searcher(address, beginning) {
    const worker = ordered(address);
    const begin = await beginning.catch(wrong => { worker.end(); throw wrong; });
    try {
      const late = new Promise((_, fail) => { setTimeout(() => fail(new Error("late")), LATE); });
      await Promise.race([worker.ask({ begin }), late]);
      return question => worker.ask({ question });
    } catch (wrong) {
      worker.end();
      console.warn(`The search goes on in the main thread, for want of a worker: ${wrong.message}`);
      return (await script(address))(begin);
    }
  }

  // A result: its place in what a bundle has found. What is shown of it, and where its words stand, is made when asked for.
  class Hit {
    constructor(bundle, found, at, id, score) {
      Object.assign(this, { id, score });
      Object.defineProperty(this, "source", { value: { bundle, found, at } });
    }

    get words() {
      const { found: { ends, places }, at } = this.source;
      return [...places.subarray(at ? ends[at - 1] : 0, ends[at])];
    }

    async data() {
      const plain = await unpacked(`${this.source.bundle.base}fragment/${this.id}.pf_fragment`);
      return JSON.parse(new TextDecoder().decode(plain));
    }
  }

  class Engine {
    constructor(crew) {
      Object.assign(this, { crew, counted: false });
    }

    // From now on every answer says how many of the results have which value of which facet.
    async filters() {
      this.counted = true;
    }

    async search(query, { filters } = {}) {
      const exact = /^\s*".+"\s*$/s.test(query || "");
      const question = { query, exact, filters, count: this.counted };
      const answers = await Promise.all(this.crew.map(async ({ ask, bundles }) =>
        (await ask(question)).map((found, at) => ({ found, bundle: bundles[at] }))));
      const all = answers.flat();
      const results = all.flatMap(({ found, bundle }) => found.ids ? found.ids.split(" ").map((id, at) =>
        new Hit(bundle, found, at, id, found.scores[at] * bundle.weight)) : []);
      return { results: results.sort((a, b) => b.score - a.score), filters: added(all.map(({ found }) => found.counts)) };
    }
  }

  function added(several) {
    const sums = {};
    for (const counts of several) {
      for (const [facet, values] of Object.entries(counts)) {
        const sum = sums[facet] ||= {};
        for (const [value, number] of Object.entries(values)) sum[value] = (sum[value] || 0) + number;
      }
    }
    return sums;
  }

  // Bundles with their tables of contents, for one of several searchers.
  async function share(bundles, language, compiled) {
    const tables = await Promise.all(bundles.map(each => unpacked(each.table)));
    return { language, program: await compiled, bundles: bundles.map(({ base }, at) => ({ base, table: tables[at] })) };
  }

  // An engine over bundles, of each of which are told its folder, its table of contents, and what its results weigh.
  async function open({ language, program, searcher: address, bundles }) {
    const compiled = unpacked(program).then(bytes => WebAssembly.compile(bytes));
    const count = Math.min(bundles.length, WORKERS, Math.max(1, navigator.hardwareConcurrency || 2));
    const shares = Array.from({ length: count }, (_, part) => bundles.filter((_, at) => at % count === part));
    return new Engine(await Promise.all(shares.map(async each =>
      ({ ask: await searcher(address, share(each, language, compiled)), bundles: each }))));
  }

  window.callArchive.engine = { open, unpacked, added };
})();
