// An answer as a reader wants it: names and passages with their words, and a misspelled name put right.
(() => {
  "use strict";

  const { search } = window.callArchive;
  if (!search) return;

  const NAMES = 6;
  const LOOKED = 5; // passages in which the words of a query are looked for
  const WORD = /[\p{L}\p{N}]+/gu;

  const ENDING = /(?:ings?|ers?|ed|es|s|e|ies|y|ly)$/; // "models", "model"; other languages have their words whole

  const { ask, load } = search;

  // Whether what was found has a word, or another form of it.
  function has(hits) {
    const texts = hits.slice(0, LOOKED).map(hit => {
      const at = hit.places.slice(0, 400).map(each => hit.words[each] || "");
      return search.folded([hit.title, hit.context, ...at].join(" "));
    });
    const words = new Set(texts.flatMap(text => text.match(WORD) || []));
    return word => {
      const stem = word.replace(ENDING, "");
      return [...words].some(each => each.startsWith(word) || each.replace(ENDING, "") === stem
        || (each.length > 3 && word.startsWith(each)));
    };
  }

  async function once(words, options) {
    const found = await ask(words, options);
    const [names, passages] = await Promise.all([
      Promise.all(found.names.slice(0, NAMES).map(load)), found.take(options.shown)]);
    return { found, names, passages };
  }

  search.names = async words => Promise.all((await ask(words)).names.slice(0, NAMES).map(load));
  search.answer = async (words, options) => {
    const first = await once(words, options);
    const corrected = words && !options.literal ? await search.correct(words, has([...first.names, ...first.passages])) : null;
    if (!corrected) return { ...first, corrected: null };
    const second = await once(corrected, options);
    if (!second.found.total && !second.names.length) return { ...first, corrected: null };
    return { ...second, corrected };
  };
})();
