// Copying over several turns keeps who said what, as "Name: words", and leaves out what is not of the transcript.
(() => {
  "use strict";

  const { make, turns } = window.callArchive;
  const MACHINERY = ".headerlink, .ca-cite, .ca-note, .ca-time, .ca-part, a[id][href^='#']";

  // The words of a paragraph that lie in a range, without machinery.
  function words(paragraph, range) {
    const part = range.cloneRange();
    if (part.comparePoint(paragraph, 0) >= 0) part.setStart(paragraph, 0);
    if (part.comparePoint(paragraph, paragraph.childNodes.length) <= 0) part.setEnd(paragraph, paragraph.childNodes.length);
    const cut = part.cloneContents();
    for (const each of cut.querySelectorAll(MACHINERY)) each.remove();
    return cut.textContent.replace(/\s+/g, " ").trim();
  }

  // Turns that a range touches: who, and the words of each paragraph.
  function spoken(range) {
    return turns().filter(turn => range.intersectsNode(turn)).map(turn => ({
      turn,
      who: turn.dataset.who,
      paragraphs: [...turn.querySelectorAll(":scope > p")].filter(each => range.intersectsNode(each))
        .map(each => ({ paragraph: each, words: words(each, range) })).filter(each => each.words),
    })).filter(each => each.paragraphs.length);
  }

  function selected() {
    const selection = getSelection();
    return selection.rangeCount && !selection.isCollapsed ? spoken(selection.getRangeAt(0)) : [];
  }

  document.addEventListener("copy", event => {
    const said = event.target instanceof Element && event.target.closest("input, textarea") ? [] : selected();
    if (said.length < 2 || !event.clipboardData) return;
    const html = make("div");
    for (const { who, paragraphs } of said) {
      paragraphs.forEach((each, at) => {
        html.append(make("p", {}, ...(at ? [] : [make("strong", {}, `${who}:`), " "]), each.words));
      });
    }
    event.clipboardData.setData("text/plain",
      said.map(({ who, paragraphs }) => `${who}: ${paragraphs.map(each => each.words).join("\n\n")}`).join("\n\n"));
    event.clipboardData.setData("text/html", html.innerHTML);
    event.preventDefault();
  });

  window.callArchive.selected = selected;
})();
