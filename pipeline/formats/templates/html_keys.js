/* Keys: single letters, which a reader can switch off (WCAG 2.1.4), and which wait while one writes. */

const keysOn = document.getElementById("use-keys");
const sentences = () => all(".title .s, .text .s").filter(isSeen);

/** The first sentence under the bar. */
const topmost = (all) => all.findIndex((one) => one.getBoundingClientRect().bottom > barHeight());

function toSentence(by) {
  const list = sentences();
  const at = list.findIndex((one) => one.matches(".here"));
  const next = list[at < 0 ? Math.max(topmost(list), 0) : at + by];
  if (next) goTo(next);
}

/** The next use of the term whose card is open, otherwise the next term after where the reader is. */
function toTerm(by) {
  if (card.matches(":popover-open") && opener.matches('a[href^="#t-"]')) return step(opener, by);
  const from = document.activeElement.closest(".s") || document.querySelector(".here");
  const list = sentences().flatMap((sentence) => all('a[href^="#t-"]', sentence));
  const after = list.findIndex((one) => from ? from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING : one.getBoundingClientRect().bottom > barHeight());
  const at = list.indexOf(document.activeElement);
  const next = list[at >= 0 ? at + by : by > 0 ? after : (after < 0 ? list.length : after) - 1];
  return next && visit(next);
}

function choose(place) {
  const views = all('input[name="view"]').filter((input) => input.parentElement.getClientRects().length);
  views[place]?.click();
}

const KEYS = {
  "/": () => { field.focus(); field.select(); },
  j: () => toSentence(1), k: () => toSentence(-1),
  n: () => toTerm(1), p: () => toTerm(-1),
  1: () => choose(0), 2: () => choose(1), 3: () => choose(2), 4: () => choose(3),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const active = document.activeElement;
  if (event.key === "Enter" && active?.matches(".s")) { event.preventDefault(); openTools(active); return; }
  const writing = active?.matches('input:is([type="search"], [type="text"]), textarea, select');
  const action = KEYS[event.key.toLowerCase()];
  if (!action || writing || !keysOn.checked || dialog.open) return;
  event.preventDefault();
  action();
});
