// Counts of facets for results that no single question to the index has given, as of a phrase with words beside it: reads
// the files of facets that the engine has fetched already. Knows no queries.
(() => {
  "use strict";

  const { engine: { unpacked }, search } = window.callArchive;
  if (!search || !window.DecompressionStream) return;

  const ARRAY = 4, TEXT = 3; // major types of CBOR (RFC 8949)
  const texts = new TextDecoder();

  // Whole numbers, texts and arrays are all that there is.
  function read(data) {
    let at = 0;
    function head() {
      const [kind, more] = [data[at] >> 5, data[at++] & 31];
      if (more < 24) return [kind, more];
      let value = 0;
      for (let left = 1 << (more - 24); left; left--) value = value * 256 + data[at++];
      return [kind, value];
    }
    function item() {
      const [kind, value] = head();
      if (kind === ARRAY) return Array.from({ length: value }, item);
      if (kind !== TEXT) return value;
      at += value;
      return texts.decode(data.subarray(at - value, at));
    }
    return item();
  }

  const held = new Map(); // bundle → {ids, facets: [[name, [[value, numbers]]]]}

  async function bundle(base) {
    const entry = await (await fetch(`${base}pagefind-entry.json`)).json();
    const [{ hash }] = Object.values(entry.languages);
    const [, pages, , filters] = read(await unpacked(`${base}pagefind.${hash}.pf_meta`));
    const facets = await Promise.all(filters.map(async ([, name]) => read(await unpacked(`${base}filter/${name}.pf_filter`))));
    return { ids: pages.map(([id]) => id), facets };
  }

  // {facet: {value: number}} among records of these bundles.
  search.tally = async (bases, ids) => {
    const wanted = new Set(ids);
    const counts = {};
    for (const base of bases) {
      if (!held.has(base)) held.set(base, bundle(base));
      const { ids: all, facets } = await held.get(base).catch(wrong => { held.delete(base); throw wrong; });
      const among = all.map(id => wanted.has(id));
      for (const [facet, values] of facets) {
        const sums = counts[facet] ||= {};
        for (const [value, numbers] of values) {
          const number = numbers.reduce((sum, each) => sum + among[each], 0);
          if (number) sums[value] = (sums[value] || 0) + number;
        }
      }
    }
    return counts;
  };
})();
