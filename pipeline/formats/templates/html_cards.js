/* Cards: what a term, a note or a sentence has to say, shown beside it instead of at the end of the page. */

/** The page's own word for a key, in the languages that the reader sees. */
const say = (key) => document.getElementById("words").content.querySelector(`[data-word="${key}"]`).firstElementChild.cloneNode(true);

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Copies of nodes that stand elsewhere, without their ids: an id must stay unique. */
function copies(nodes) {
  const made = nodes.map((node) => node.cloneNode(true));
  for (const copy of made.filter((node) => node.nodeType === 1)) {
    for (const one of [copy, ...all("[id]", copy)]) one.removeAttribute("id");
    for (const one of all(".back, .uses, .no", copy)) one.remove();
  }
  return made.filter((node) => !(node.nodeType === 1 && node.matches(".back, .uses, .no")));
}

const button = (key, action) => {
  const made = element("button", { type: "button" }, say(key));
  made.addEventListener("click", action);
  return made;
};

const card = element("div", { className: "card", popover: "auto", role: "dialog", tabIndex: -1 });
const status = element("div", { className: "status", role: "status" });
document.body.append(card, status);
let opener = null; // what the card was opened from; the browser gives it the focus back

/** Puts the card under its anchor, or above it where there is more room, and never out of sight. */
function place(anchor) {
  const box = (anchor.getClientRects()[0] || anchor.getBoundingClientRect());
  card.style.maxHeight = "";
  const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
  const above = box.top - Math.max(bar, 0) - 16, below = innerHeight - box.bottom - 16;
  const isBelow = card.offsetHeight <= below || below >= above;
  card.style.maxHeight = `${Math.max(isBelow ? below : above, 160)}px`;
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = Math.max(12, Math.min(box.left - 12, innerWidth - width - 12));
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(isBelow ? box.bottom + 8 : box.top - height - 8) + scrollY}px`;
}

function openCard(anchor, label, ...content) {
  if (card.matches(":popover-open")) card.hidePopover();
  card.replaceChildren(...content);
  card.setAttribute("aria-label", label);
  card.showPopover();
  place(anchor);
  opener = anchor;
  card.focus({ preventScroll: true });
}

/** The links of the text to an element of this page. */
const linksTo = (href) => all(".title a, .text a").filter((link) => link.getAttribute("href") === href);

function step(link, by) {
  const uses = linksTo(link.getAttribute("href")).filter((use) => isSeen(use.closest(".s")));
  const next = uses[(uses.indexOf(link) + by + uses.length) % uses.length];
  if (next) visit(next);
}

/** Brings a link into sight and opens its card. */
function visit(link) {
  link.scrollIntoView({ block: "center", behavior: "instant" });
  link.focus({ preventScroll: true });
  openLink(link);
}

function openLink(link) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const content = copies([...target.childNodes]);
  if (!target.matches(".term")) return openCard(link, link.textContent, ...content);
  const actions = element("p", { className: "actions" }, button("previous", () => step(link, -1)), button("next", () => step(link, 1)), button("concordance", () => concordance(link)));
  return openCard(link, target.querySelector("dfn").textContent, ...content, actions);
}

/** A row's sentences in the chosen script and in every other language, whether seen or not. */
function pairOf(sentence) {
  const script = picked("script");
  return rowOf(sentence).filter((one) => !script || !languageOf(one).startsWith("zh") || languageOf(one) === script);
}

const dialog = element("dialog", { className: "concordance" });
document.body.append(dialog);

/** All sentences that use a term, each beside its translation. */
function concordance(link) {
  const href = link.getAttribute("href");
  const waiting = linksTo(href), shown = new Set();
  const list = element("ol");
  const name = document.getElementById(decodeURIComponent(href.slice(1))).querySelector(".name");
  dialog.setAttribute("aria-label", name.textContent);
  dialog.replaceChildren(element("header", {}, ...copies([name]), button("close", () => dialog.close())), list);
  const more = () => {
    const rows = waiting.splice(0, 80).map((use) => pairOf(use.closest(".s"))).filter(([first]) => first && !shown.has(first) && shown.add(first));
    list.append(...rows.map((row) => concordanceRow(row, href)));
    if (waiting.length && dialog.open) setTimeout(more);
  };
  card.hidePopover();
  dialog.showModal();
  more();
}

function concordanceRow(row, href) {
  const block = row[0].closest(".b");
  const columns = row.map((sentence) => {
    const [copy] = copies([sentence]);
    for (const use of all("a", copy)) if (use.getAttribute("href") === href) use.replaceWith(element("mark", {}, ...use.childNodes));
    for (const mark of all(".ref", copy)) mark.remove();
    return element("p", { lang: languageOf(sentence) }, copy);
  });
  const way = element("a", { href: `#${block.id}`, className: "way" }, block.querySelector(".no")?.textContent || "§");
  way.addEventListener("click", () => dialog.close());
  return element("li", {}, way, ...columns);
}

/* A sentence's tools: one handle follows the pointer or the keyboard along the margin. */
const data = JSON.parse(document.getElementById("data").textContent);
const handle = element("button", { type: "button", className: "handle", textContent: "¶", hidden: true, tabIndex: -1 });
handle.append(element("span", { className: "unseen" }, say("tools")));
document.body.append(handle);
let current = null;

function point(sentence) {
  const line = sentence.parentElement.getBoundingClientRect();
  const box = sentence.getClientRects()[0];
  if (!box) return;
  current = sentence;
  handle.hidden = false;
  handle.style.top = `${box.top + scrollY}px`;
  handle.style.left = `${Math.min((line.width ? line.right : box.right) + 2, innerWidth - handle.offsetWidth - 2) + scrollX}px`;
}

/** The id of a sentence's permalink: that of its row, which the edition's first language carries. */
const permalink = (sentence) => rowOf(sentence).find((one) => one.id)?.id || sentence.closest(".b").id;

function citationOf(sentence) {
  const number = sentence.closest(".b").querySelector(".no")?.textContent;
  return [data.citation, number && `¶ ${number}`, addressOf(permalink(sentence))].filter(Boolean).join(", ");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element("textarea", { value: text, className: "unseen" });
    card.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  status.replaceChildren(say("copied"));
  setTimeout(() => status.replaceChildren(), 2000);
  card.hidePopover();
}

function editAddress(sentence) {
  const language = languageOf(sentence), line = sentence.dataset.line;
  if (!data.edit || (data.edit.includes("{line}") && !line)) return "";
  const values = { path: data.paths[language] || "", line, slug: data.slug, language, id: permalink(sentence) };
  return data.edit.replace(/\{(path|line|slug|language|id)\}/g, (_, key) => String(values[key] ?? "").split("/").map(encodeURIComponent).join("/"));
}

function openTools(sentence) {
  const tools = [button("copy_link", () => copy(addressOf(permalink(sentence)))), button("copy_citation", () => copy(citationOf(sentence)))];
  const address = editAddress(sentence);
  if (address) tools.push(element("a", { href: address, rel: "noreferrer", className: "tool" }, say("edit")));
  openCard(handle, handle.textContent, element("div", { className: "tools" }, ...tools));
}

handle.addEventListener("click", () => current && openTools(current));
const CONCEPTS = 'a[href^="#t-"], time.f, data.f, cite[data-c]';
const conceptOf = (element) => element.dataset.c || element.hash || element.dateTime || element.value;
document.querySelector("main").addEventListener("pointerover", (event) => {
  const sentence = event.target.closest(".text .s, .title .s");
  if (sentence && !card.matches(":popover-open")) point(sentence);
  light(event.target.closest(CONCEPTS));
});
document.querySelector("main").addEventListener("focusin", (event) => light(event.target.closest(CONCEPTS)));

/** Lights up a term, a figure or a title in every language of its sentence, so that the eye finds its counterpart. */
function light(concept) {
  for (const lit of all(".lit")) lit.classList.remove("lit");
  const sentence = concept?.closest(".s");
  for (const use of sentence ? rowOf(sentence).flatMap((one) => all(CONCEPTS, one)) : []) {
    if (conceptOf(use) === conceptOf(concept)) use.classList.add("lit");
  }
}

document.querySelector("main").addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#t-"], .ref a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openLink(link);
});
