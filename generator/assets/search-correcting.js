// Which name a misspelled word may have meant: the nearest of those of speakers, organisations and topics.
(() => {
  "use strict";

  const { search } = window.callArchive;
  if (!search) return;

  const FROM = ["speaker", "organization", "topic", "series"];
  const MOST = 40000; // words of names that are looked through
  const SHORT = 4; // letters of a word that may be misspelled
  const WORD = /[\p{L}\p{N}]+/gu;

  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h" };

  const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[ßæœøłđðþıħ]/g, sign => LETTERS[sign]);

  let known = null; // word → how it is printed

  async function names() {
    if (known) return known;
    const found = new Map();
    for (const facet of FROM) {
      for (const [, label] of await search.values(facet, true).catch(() => [])) {
        for (const word of label.match(WORD) || []) {
          if (word.length >= SHORT && found.size < MOST && !found.has(folded(word))) found.set(folded(word), word);
        }
      }
    }
    known = found;
    return found;
  }

  // How many letters must be changed, left out, put in or swapped; more than `most` is as good as endless.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, n) => n);
    for (let i = 1; i <= a.length; i++) {
      const earlier = before;
      before = row;
      row = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], earlier[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
    }
    return row[b.length];
  }

  function nearest(word, words) {
    const most = word.length < 6 ? 1 : 2;
    let best = null, least = most + 1;
    for (const [each, printed] of words) {
      const far = distance(word, each, Math.min(most, least));
      if (far < least) [best, least] = [printed, far];
    }
    return best;
  }

  // The query with every word that is near a name, and is none, as that name; null where nothing is near.
  search.correct = async (query, found = () => false) => {
    const doubtful = word => word.length >= SHORT && !found(folded(word));
    if (!(query.slice(0, search.LONGEST).match(WORD) || []).some(doubtful)) return null; // names need not be fetched
    const words = await names();
    let changed = false;
    const written = query.slice(0, search.LONGEST).replace(WORD, word => {
      const plain = folded(word);
      if (plain.length < SHORT || words.has(plain) || found(plain)) return word;
      const near = nearest(plain, words);
      changed ||= Boolean(near);
      return near || word;
    });
    return changed ? written : null;
  };
  search.folded = folded;
})();
