/* Pinyin for long pages, whose markup has none: written above the characters as their blocks come near. */

const usual = new Map();
for (const [sound, characters] of Object.entries(data.usual)) for (const character of characters) usual.set(character, sound);

/** Writes the readings of a sentence; its own attribute says where they are not the usual ones. */
function writeReadings(sentence) {
  const odd = new Map([...(sentence.dataset.y || "").matchAll(/(\d+)([^\d\s]+)/g)].map(([, at, sound]) => [Number(at), sound]));
  let at = 0;
  for (const node of textNodes(sentence)) {
    if (node.nodeType !== Node.TEXT_NODE) { at += 1; continue; }
    const made = [""];
    for (const character of node.data) {
      const sound = odd.get(at) || usual.get(character), last = made.length - 1, isText = typeof made[last] === "string";
      at += 1;
      if (!sound && isText) made[last] += character;
      else if (!sound) made.push(character);
      else if (isText) made.push(element("ruby", {}, character, element("rt", {}, sound)));
      else made[last].append(character, element("rt", {}, sound));
    }
    node.replaceWith(...made);
  }
}

const wanted = document.getElementById("show-pinyin");
const near = new Set(), written = new WeakSet();

function writeWanted(blocks) {
  if (!wanted.checked) return;
  for (const sentence of blocks.flatMap((block) => all(".s", block))) {
    if (written.has(sentence) || !languageOf(sentence).startsWith("zh") || !isSeen(sentence)) continue;
    written.add(sentence);
    writeReadings(sentence);
  }
}

if (wanted && usual.size) {
  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) near[isIntersecting ? "add" : "delete"](target);
    writeWanted([...near]);
  }, { rootMargin: "300px" });
  for (const block of all("main .b")) watch.observe(block);
  document.querySelector(".controls").addEventListener("change", () => writeWanted([...near]));
  addEventListener("beforeprint", () => writeWanted(all("main .b")));
}
