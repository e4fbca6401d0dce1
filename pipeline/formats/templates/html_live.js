/* A preview's page: when a file has changed it looks whether it is still right, and comes back to where it was read. */
{
  const version = "VERSION";
  const key = `duizhao place ${location.pathname}`;
  const folds = () => [...document.querySelectorAll("details")];
  const blockOf = (id) => document.getElementById(id)?.closest(".b");
  const topOf = (element) => element.getBoundingClientRect().top;

  /** The blocks in sight, by what outlives an edit: their ids, and how far from the top of the window they stand. */
  function inSight() {
    const places = new Map();
    const text = document.querySelector(".text")?.getBoundingClientRect();
    const x = text ? text.left + text.width / 2 : innerWidth / 2;
    for (let y = 8; y < innerHeight; y += 16) {
      const block = document.elementFromPoint(x, y)?.closest("main .b");
      const id = block && (block.id || block.querySelector("[id]")?.id);
      if (id && !places.has(id)) places.set(id, topOf(block));
    }
    return [...places];
  }

  function keepPlace() {
    const place = { scroll: scrollY, blocks: scrollY ? inSight() : [], open: folds().map((fold) => fold.open) };
    try { sessionStorage.setItem(key, JSON.stringify(place)); } catch { /* a browser may forbid to remember */ }
  }

  function takePlace() {
    try {
      const place = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
      return place;
    } catch { return null; }
  }

  function goBack(place) {
    const found = place.blocks.find(([id]) => blockOf(id)?.getClientRects().length);
    if (found) scrollBy({ top: topOf(blockOf(found[0])) - found[1], behavior: "instant" });
    else scrollTo({ top: place.scroll, behavior: "instant" });
  }

  /** Goes back for some frames: what comes into sight of a long page may turn out higher than it was taken for. */
  function settle(place, frames) {
    document.documentElement.style.overflowAnchor = frames ? "none" : ""; // one of us moves the page
    goBack(place);
    if (frames) requestAnimationFrame(() => settle(place, frames - 1));
  }

  let looking = false, again = false;

  /** Asks for the page's version, which has it made; the old page stays until the new one is ready. */
  async function look() {
    again = looking;
    if (looking) return;
    looking = true;
    try {
      const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
      if (answer.headers.get("etag") !== `"${version}"`) { keepPlace(); location.reload(); return; }
    } catch { /* the server has ended; where it comes back, the stream does too */ }
    looking = false;
    if (again) look();
  }

  let stream = null;

  /** Only a page in sight listens: a browser grants one server few connections. */
  function listen() {
    stream?.close();
    stream = document.hidden ? null : new EventSource("/events");
    if (stream) stream.onopen = stream.onmessage = look;
  }

  const place = takePlace();
  if (place) {
    history.scrollRestoration = "manual";
    folds().forEach((fold, at) => { fold.open = place.open[at] ?? fold.open; });
    addEventListener("load", () => settle(place, 30));
  }
  document.addEventListener("visibilitychange", listen);
  listen();
}
