// Lets the recording and the words of a call follow each other. Without it, times are plain links into the recording.
(() => {
  "use strict";

  const DOUBLE = 300; // milliseconds within which a second click selects a word

  const places = [...document.querySelectorAll(".md-typeset .ca-time[data-at]")]
    .map(time => ({ time, at: Number(time.dataset.at), words: paragraphs(time) }))
    .filter(place => Number.isFinite(place.at) && place.words.length)
    .sort((one, other) => one.at - other.at);
  if (!places.length) return;

  const box = document.querySelector(".ca-player");
  const player = box && box.querySelector("audio, video");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let marked = null;
  let follows = true;
  let waiting = 0;
  let wanted = null;
  let whole = false;

  // The paragraphs that are heard from a time on: its own, and those after it that have none.
  function paragraphs(time) {
    const found = [];
    for (let at = time.closest("p"); at; at = at.nextElementSibling) {
      if (at.matches("p") && (!found.length || !at.querySelector(".ca-time"))) found.push(at);
      else if (found.length) break;
    }
    return found;
  }

  // "812", "812.5", "13:32", "0:13:32", "1h2m3s", "npt:812,840"
  function seconds(written) {
    const plain = written.replace(/^npt:/, "").split(",")[0];
    if (/^\d{1,7}(?:\.\d{1,9})?s?$/.test(plain)) return parseFloat(plain);
    const parts = /^(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2}(?:\.\d{1,9})?)$/.exec(plain)
      || /^(?=\d)(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/.exec(plain);
    return parts ? Number(parts[1] || 0) * 3600 + Number(parts[2] || 0) * 60 + Number(parts[3] || 0) : null;
  }

  // Which moment the address names: `#t=812` first, `?t=812` else.
  function asked() {
    const fragment = new URLSearchParams(location.hash.slice(1)).get("t");
    const query = new URLSearchParams(location.search).get("t");
    const here = fragment === null ? null : seconds(fragment);
    return { at: here === null && query !== null ? seconds(query) : here, fragment: here !== null };
  }

  function heard(at) {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle].at <= at + 0.05) low = middle + 1; else high = middle;
    }
    return low ? places[low - 1] : null;
  }

  function mark(place) {
    if (place === marked) return false;
    for (const words of marked ? marked.words : []) words.removeAttribute("aria-current");
    for (const words of place ? place.words : []) words.setAttribute("aria-current", "time");
    marked = place;
    return true;
  }

  function show(place) {
    const top = document.querySelector(".md-header");
    const area = place.words[0].getBoundingClientRect();
    const above = top ? top.getBoundingClientRect().bottom : 0;
    const below = innerHeight - (box ? box.getBoundingClientRect().height : 0);
    if (area.top < above || area.bottom > below) {
      scrollTo({ top: scrollY + area.top - above - (below - above) / 4, behavior: "instant" });
    }
  }

  function open() {
    const { at, fragment } = asked();
    if (at === null) return;
    if (player) seek(at);
    const place = heard(at) || places[0];
    mark(place);
    if (fragment || !location.hash) show(place);
  }

  function seek(at) {
    if (player.preload === "none") player.preload = "metadata";
    wanted = at;
    player.currentTime = at;
  }

  // A server that sends no parts of files (many that are meant for trying things out) leaves only one way to a moment.
  async function fetched(at) {
    whole = true;
    const goesOn = !player.paused;
    const answer = await fetch(player.currentSrc);
    player.src = URL.createObjectURL(await answer.blob());
    player.currentTime = at;
    if (goesOn) await player.play();
  }

  function arrived() {
    const missed = wanted !== null && Math.abs(player.currentTime - wanted) > 1;
    if (missed && !whole) fetched(wanted).catch(() => {}); // then the recording plays from where the server lets it
    else mark(heard(player.currentTime));
    if (!missed) wanted = null;
  }

  function listen(place) {
    follows = true;
    seek(place.at);
    mark(place);
    player.play().catch(() => {}); // the reader's browser may forbid it; the words are marked all the same
  }

  function prepare() {
    const back = document.createElement("button");
    back.type = "button";
    back.hidden = true;
    back.textContent = "Back to the words";
    box.append(back);
    document.querySelector(".md-typeset").classList.add("ca-hears");

    const follow = on => {
      follows = on;
      back.hidden = on || player.paused;
    };
    const leave = () => { if (!player.paused) follow(false); };
    for (const moved of ["wheel", "touchmove"]) addEventListener(moved, leave, { passive: true });
    addEventListener("keydown", event => {
      const scrolls = ["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", " ", "j", "k", "n", "p"];
      if (scrolls.includes(event.key) && !box.contains(event.target)) leave();
    });
    back.addEventListener("click", () => {
      if (marked) show(marked);
      follow(true);
    });

    player.addEventListener("play", () => follow(!still.matches));
    player.addEventListener("pause", () => { back.hidden = true; });
    player.addEventListener("ended", () => mark(null));
    player.addEventListener("timeupdate", () => {
      const place = heard(player.currentTime);
      if ((!player.paused || player.played.length) && mark(place) && place && follows && !still.matches) show(place);
    });
    player.addEventListener("seeked", arrived);
    document.addEventListener("click", clicked);
    name();
  }

  // A time plays its moment. While something plays, so does a click on words, unless it selects them or is a link's.
  function clicked(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const time = event.target.closest("a.ca-time");
    clearTimeout(waiting);
    if (time) {
      event.preventDefault();
      listen(places.find(each => each.time === time));
    } else if (!player.paused && event.detail === 1 && !event.target.closest("a, button, input, summary, label")) {
      const place = places.find(each => each.words.includes(event.target.closest("p")));
      if (place) waiting = setTimeout(() => { if (getSelection().isCollapsed) listen(place); }, DOUBLE);
    }
  }

  // What phones show on their lock screen.
  function name() {
    if (!("mediaSession" in navigator) || !window.MediaMetadata) return;
    player.addEventListener("play", () => {
      navigator.mediaSession.metadata = new MediaMetadata({ title: document.querySelector("h1").textContent.trim() });
    }, { once: true });
  }

  if (player) prepare();
  open();
  addEventListener("hashchange", open);
})();
