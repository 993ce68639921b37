// Writes a citation as plain text, Markdown, BibTeX and CSL-JSON, as generator/pages/formats.py does for whole pages.
(() => {
  "use strict";

  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const MARKUP = /[\\`*_{}[\]<>#|~]/g; // "*really*", "[1]", "a_b"
  const TEX = /[\\{}&%$#_~^]/g; // "R&D", "5 %", "a_b", "C:\x", "{", "~", "^"
  const TEX_WORDS = {
    "\\": "{\\textbackslash}",
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
  };
  const DAY = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/; // "2023-08-10", "2023-08", "2023"

  const kept = values => values.filter(Boolean);
  const ended = words => (/[.!?…]$/.test(words) ? words : `${words}.`);
  const capital = words => (words ? words[0].toUpperCase() + words.slice(1) : "");
  const marked = words => words.replace(MARKUP, found => `\\${found}`);
  const tex = words => words.replace(TEX, found => TEX_WORDS[found] || `\\${found}`);
  const quoted = cited => cited.quote && `“${cited.quote}”`;

  function parts(iso) {
    const [, year = "", month = "", day = ""] = DAY.exec(iso || "") || [];
    return !month || (Number(month) >= 1 && Number(month) <= 12) ? [year, month, day] : [year, "", ""];
  }

  function written(iso) {
    const [year, month, day] = parts(iso);
    return year ? kept([day.replace(/^0+/, ""), month && MONTHS[month - 1], year]).join(" ") : iso || "";
  }

  function date(iso) {
    const found = kept(parts(iso)).map(Number);
    if (found.length) return { "date-parts": [found] };
    return iso ? { literal: iso } : null;
  }

  const who = cited => kept([cited.name, cited.post]).join(", ");
  const kind = cited => (cited.title.toLowerCase().includes(cited.kind) ? "" : ` (${cited.kind})`);
  const source = cited => `Source file ${cited.file}, SHA-256 ${cited.sha256}`;
  const rest = cited => kept([capital(cited.made), cited.archive, source(cited)]);

  function plain(cited) {
    const said = cited.quote ? `${cited.name ? `${who(cited)}: ` : ""}${quoted(cited)}` : who(cited);
    const place = kept([cited.title + kind(cited), written(cited.date), cited.what]).join(", ");
    const accessed = cited.accessed ? `accessed ${written(cited.accessed)}` : "";
    const found = cited.address && accessed ? `${cited.address} (${accessed})` : cited.address || capital(accessed);
    return kept([...kept([said, place, ...rest(cited)]).map(ended), found]).join(" ");
  }

  function markdown(cited) {
    const title = marked(cited.title);
    const linked = cited.address ? `[${title}](${cited.address})` : title;
    const place = kept([linked + marked(kind(cited)), written(cited.date), cited.what]).join(", ");
    const accessed = cited.accessed ? `Accessed ${written(cited.accessed)}` : "";
    const line = kept([marked(who(cited)), place, ...rest(cited).map(marked), accessed]).map(ended).join(" ");
    return cited.quote ? `> ${marked(cited.quote)}\n\n${line}` : line;
  }

  function bibtex(cited) {
    const [year, month] = parts(cited.date);
    const note = kept([cited.post, written(cited.date), ...rest(cited), quoted(cited)]).map(ended).join(" ");
    const fields = {
      author: cited.name && `{{${tex(cited.name)}}}`,
      title: `{{${tex(cited.title)}}}`,
      howpublished: `{${tex(kept([capital(cited.kind), cited.what]).join(", "))}}`,
      year: year && `{${year}}`,
      month: month && MONTHS[month - 1].toLowerCase(),
      url: cited.address && `{${cited.address}}`,
      urldate: cited.accessed && `{${cited.accessed}}`,
      note: `{${tex(note)}}`,
    };
    const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value}`);
    return `@misc{${cited.key},\n${lines.join(",\n")}\n}`;
  }

  function csl(cited) {
    const note = kept([capital(cited.what), cited.post, source(cited), quoted(cited)]).map(ended).join(" ");
    const item = {
      id: cited.key,
      type: cited.kind === "interview" ? "interview" : "speech",
      author: cited.name ? [{ literal: cited.name }] : null,
      title: cited.title,
      genre: capital(cited.kind),
      medium: capital(cited.made),
      issued: date(cited.date),
      archive: cited.archive,
      language: cited.language,
      URL: cited.address,
      accessed: date(cited.accessed),
      note,
    };
    return JSON.stringify([Object.fromEntries(Object.entries(item).filter(([, value]) => value))], null, 2);
  }

  window.callArchive.formats = [["Plain text", plain], ["Markdown", markdown], ["BibTeX", bibtex], ["CSL-JSON", csl]];
})();
