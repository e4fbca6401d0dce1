/* Search: Chinese in either script, pinyin with or without tones, and English. */

const field = document.getElementById("search");
const results = document.getElementById("results");
const readingsOf = new Map();
for (const [syllable, characters] of Object.entries(data.pinyin)) {
  for (const character of characters) readingsOf.set(character, [...(readingsOf.get(character) || []), syllable]);
}

const letters = new Map();

/** A character as it is compared: Simplified, small, without tone; ü is v. One letter stays one letter. */
function letterOf(character) {
  if (!letters.has(character)) {
    const simple = data.folding[character] || character;
    const plain = simple.normalize("NFD").replace("u\u0308", "v").replace(/\p{M}/gu, "").toLowerCase();
    letters.set(character, plain.length === character.length ? plain : character);
  }
  return letters.get(character);
}

/** Text as it is compared. */
const folded = (text) => Array.from(text, letterOf).join("");

/** A sentence's own text. */
function textOf(sentence) {
  if (!sentence.querySelector("rt, .ref, .tag, br")) return sentence.textContent;
  return textNodes(sentence).map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : "\n")).join("");
}

/** Where the reading of `text` from `start` begins with the letters of `query`; 0 if it does not. */
function spoken(text, start, query) {
  const character = String.fromCodePoint(text.codePointAt(start) || 0);
  const end = start + character.length;
  for (const syllable of readingsOf.get(character) || []) {
    if (syllable.startsWith(query)) return end;
    if (query.startsWith(syllable)) {
      const found = spoken(text, end, query.slice(syllable.length));
      if (found) return found;
    }
  }
  return 0;
}

/** The first hit in an entry of the index, as a pair of offsets. */
function hit(entry, query, typed) {
  const at = entry.folded.indexOf(query);
  if (at >= 0) return [at, at + query.length];
  if (!typed || !entry.chinese) return null;
  for (let start = 0; start < entry.folded.length; start += 1) {
    const end = spoken(entry.folded, start, typed);
    if (end) return [start, end];
  }
  return null;
}

const indexes = new Map();

/** The sentences to search: the chosen script's and every other language's, read once. */
function index() {
  const script = picked("script");
  if (!indexes.has(script)) {
    const sentences = all(".title .s, .text .s").filter((s) => {
      const language = languageOf(s);
      return !script || !language.startsWith("zh") || language === script;
    });
    indexes.set(script, sentences.map((sentence) => {
      const text = textOf(sentence);
      return { sentence, text, folded: folded(text), chinese: /\p{Script=Han}/u.test(text) };
    }));
  }
  return indexes.get(script);
}

function find(words) {
  const query = folded(words.trim());
  const typed = /^[a-z\s'’]+$/.test(query) ? query.replace(/[^a-z]/g, "") : "";
  if (!query || (typed && typed.length < 2)) return [];
  return index().map((entry) => ({ entry, at: hit(entry, query, typed) })).filter((one) => one.at);
}

function resultLine({ entry, at: [start, end] }) {
  const before = entry.text.slice(Math.max(0, start - 24), start), after = entry.text.slice(end, end + 48);
  const link = element("a", { href: `#${permalink(entry.sentence)}`, lang: languageOf(entry.sentence) },
    start > 24 ? "…" : "", before, element("mark", {}, entry.text.slice(start, end)), after, entry.text.length > end + 48 ? "…" : "");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    closeResults();
    goTo(entry.sentence);
  });
  return element("li", {}, link);
}

/** Brings a sentence, or its counterpart in a language that is seen, into sight and makes it the current one. */
function goTo(sentence) {
  const target = seen(sentence);
  for (const one of all(".here")) one.classList.remove("here");
  target.classList.add("here");
  target.tabIndex = -1;
  target.scrollIntoView({ block: "center", behavior: "instant" });
  target.focus({ preventScroll: true });
  if (target.matches(".s")) point(target);
}

function closeResults() {
  results.hidden = true;
}

const SHOWN = 60;

function search() {
  const found = find(field.value);
  results.hidden = !field.value.trim();
  const count = element("p", { className: "count" }, say(found.length ? "results" : "nothing"), found.length ? `: ${found.length}` : "");
  results.replaceChildren(count, element("ol", {}, ...found.slice(0, SHOWN).map(resultLine)));
}

let waiting = 0;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 120);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") results.querySelector("a")?.click();
  if (event.key === "ArrowDown") { event.preventDefault(); results.querySelector("a")?.focus(); }
});
results.addEventListener("keydown", (event) => {
  const links = all("a", results), at = links.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  (links[next] || field).focus();
});
document.querySelector(".search").addEventListener("keydown", (event) => {
  if (event.key === "Escape") { closeResults(); field.focus(); }
});
document.addEventListener("click", (event) => { if (!event.target.closest(".search")) closeResults(); });
document.querySelector(".search").hidden = false;
