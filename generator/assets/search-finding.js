// An answer as a reader wants it: names and passages with their words, a misspelled name put right, nothing for no word.
(() => {
  "use strict";

  const { search } = window.callArchive;
  if (!search) return;

  const NAMES = 6;
  const LOOKED = 5; // passages in which the words of a query are looked for
  const SHARED = 4; // letters at the beginning that a word and what was found for it have in common at least
  const WORD = /[\p{L}\p{N}]+/gu;
  const LATIN = /^[a-z0-9]+$/;
  const ENDING = /(?:ings?|ers?|ed|es|s|e|ies|y|ly)$/; // "models", "model"; other languages have their words whole

  const { ask, load, folded } = search;
  const split = text => folded(text).match(WORD) || [];

  // The words that were found, and those of titles.
  const words = hits => new Set(hits.slice(0, LOOKED).flatMap(hit =>
    split([hit.title, hit.context, ...hit.places.slice(0, 400).map(at => hit.words[at] || "")].join(" "))));

  // Whether a word is there, or another form of it.
  const form = (word, each) => each.startsWith(word) || (each.length > 3 && word.startsWith(each))
    || each.replace(ENDING, "") === word.replace(ENDING, "");
  const has = there => word => [...there].some(each => form(word, each));

  // The engine looks for a word that it does not know by ever fewer letters: what begins otherwise is another word.
  // Only in letters of which one word may have no other form that begins so.
  function near(there) {
    return word => !LATIN.test(word) || [...there].some(each => each.startsWith(word.slice(0, SHARED)));
  }

  // A name counts when all words are in it, not when one of them is.
  function named(hits, query) {
    const asked = split(query);
    return hits.filter(hit => {
      const known = split([hit.title, hit.context, ...hit.words].join(" "));
      return asked.every(word => known.some(each => form(word, each)));
    });
  }

  search.names = async (query, found) => {
    const { names } = found || await ask(query);
    return named(await Promise.all(names.slice(0, 3 * NAMES).map(load)), query).slice(0, NAMES);
  };

  async function once(query, options) {
    const plain = query.includes('"') ? [] : split(query);
    const meant = hit => !plain.length || plain.some(near(words([hit])));
    const found = await ask(query, { ...options, meant });
    const [names, passages] = await Promise.all([search.names(query, found), found.take(options.shown)]);
    const there = near(words(passages));
    const known = plain.filter(there);
    if (plain.length && passages.length && !known.length) {
      return { found: { ...found, total: 0, counts: {}, take: async () => [] }, names, passages: [], missing: plain };
    }
    return { found, names, passages, missing: plain.filter(word => !there(word)) };
  }

  // "Haefen" is how one writes "Häfen" where no such letter is at hand.
  const DIGRAPHS = /([aou])e/gi;

  search.answer = async (query, options) => {
    const found = await righted(query, options);
    const plain = query.replace(DIGRAPHS, "$1");
    if (found.found.total || found.names.length || options.literal || plain === query) return found;
    const other = await once(plain, options);
    return other.found.total || other.names.length ? { ...other, corrected: plain } : found;
  };

  async function righted(query, options) {
    const first = await once(query, options);
    const there = words([...first.names, ...first.passages]);
    const corrected = query && !options.literal ? await search.correct(query, has(there)) : null;
    if (!corrected) return { ...first, corrected: null };
    const second = await once(corrected, options);
    if (!second.found.total && !second.names.length) return { ...first, corrected: null };
    return { ...second, corrected };
  }
})();
