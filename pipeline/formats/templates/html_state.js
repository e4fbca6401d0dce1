"use strict";
/* The state of the controls: read from the address, else remembered; written back to both. */

const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const inputs = all(".controls input:is([type=radio], [type=checkbox])");

/** The name of a control in the address: that of its radio group, or of the box itself. */
const settingOf = (input) => (input.type === "radio" ? input.name : input.id.replace(/^show-/, ""));

/** The settings that differ from what the page starts with. */
function chosen() {
  const settings = {};
  for (const input of inputs) {
    if (input.type === "checkbox" && input.checked !== input.defaultChecked) settings[settingOf(input)] = input.checked ? "1" : "0";
    if (input.type === "radio" && input.checked && !input.defaultChecked) settings[input.name] = input.value;
  }
  return settings;
}

function apply(settings) {
  for (const input of inputs) {
    const value = settings[settingOf(input)];
    if (value === undefined) input.checked = input.defaultChecked;
    else input.checked = input.type === "radio" ? input.value === value : value === "1";
  }
  for (const input of inputs) {
    // A value that no button has leaves its group empty: then the start value holds.
    if (input.type === "radio" && input.defaultChecked && !all(`input[name="${input.name}"]:checked`).length) input.checked = true;
  }
}

/** What was remembered on this computer; a browser may forbid to remember. */
function remembered() {
  try { return JSON.parse(localStorage.getItem("duizhao")) || {}; } catch { return {}; }
}

function remember(settings) {
  try { localStorage.setItem("duizhao", JSON.stringify({ ...remembered(), ...defaults(), ...settings })); } catch { /* as above */ }
}

/** The start values of this page's controls, so that going back to one is remembered as well. */
function defaults() {
  return Object.fromEntries(inputs.filter((i) => i.type === "checkbox" || i.defaultChecked)
    .map((i) => [settingOf(i), i.type === "radio" ? i.value : i.defaultChecked ? "1" : "0"]));
}

/** The address of this page with the settings chosen, at an element. */
function addressOf(id) {
  const url = new URL(location.href);
  url.search = new URLSearchParams(chosen());
  url.hash = id || "";
  return url.href;
}

function show(url) {
  try { history.replaceState(null, "", url); } catch { /* some browsers refuse it for local files */ }
}

/* The block being read stays where it is when a switch changes the height of what is above it. */
let reading = null;
const barHeight = () => document.querySelector(".bar").getBoundingClientRect().bottom;

function noteReading() {
  const x = document.querySelector("main").getBoundingClientRect().left + 40;
  for (const y of [24, 60, 100]) {
    const block = document.elementFromPoint(x, barHeight() + y)?.closest("main .b, .term");
    if (block) { reading = { block, top: block.getBoundingClientRect().top }; return; }
  }
}

function keepReading() {
  if (reading && scrollY > 0) scrollBy({ top: reading.block.getBoundingClientRect().top - reading.top, behavior: "instant" });
}

/** The value of a group of radio buttons; empty where the page has no such group. */
const picked = (group) => document.querySelector(`.controls input[name="${group}"]:checked`)?.value || "";

/** Whether the view and the script that were chosen show a language. */
function shows(language) {
  const chinese = language.startsWith("zh");
  if (picked("view") === (chinese ? "en" : "zh")) return false;
  return !chinese || !picked("script") || language === picked("script");
}

const languageOf = (sentence) => sentence.parentElement.closest("[lang]").lang;
const isSeen = (sentence) => shows(languageOf(sentence));
const orderOf = (sentence) => all(":scope > .s", sentence.parentElement).indexOf(sentence);

/** A row's sentences in each language of the page, from one of them. */
function rowOf(sentence) {
  const cell = sentence.closest("td, th"), block = sentence.closest(".b"), at = orderOf(sentence);
  let lines = all(":scope > [lang]", block);
  if (cell) {
    const { rowIndex } = cell.parentElement;
    lines = lines.map((line) => line.querySelector("table").rows[rowIndex].cells[cell.cellIndex]);
  }
  return lines.map((line) => all(":scope > .s", line)[at]).filter(Boolean);
}

/** A sentence's own text nodes and line breaks, without readings, note marks and tags. */
function textNodes(sentence) {
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE || node.matches("br")) return NodeFilter.FILTER_ACCEPT;
    return node.matches("rt, .ref, .tag") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return sentence.matches(".gap") ? nodes.slice(1) : nodes; // without the space after a gap's tag
}

/** An element of the text, or its counterpart in a language that is seen. */
function seen(target) {
  if (!target.matches(".s")) return target;
  return isSeen(target) ? target : rowOf(target).find(isSeen) || target.closest(".b");
}

function goToTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && seen(target) !== target) seen(target).scrollIntoView();
}

root.classList.add("js");
if (!CSS.supports("selector(:has(a))")) root.classList.add("old"); // no views then, but one script at least
for (const part of all(".far")) part.style.containIntrinsicSize = "auto none auto 60rem"; // a guess, until it was seen
apply({ ...remembered(), ...Object.fromEntries(new URLSearchParams(location.search)) });
document.querySelector(".controls").addEventListener("change", (event) => {
  if (!inputs.includes(event.target)) return;
  remember(chosen());
  show(addressOf(location.hash.slice(1)));
  keepReading();
});
if (matchMedia("(max-width: 47.99rem)").matches) for (const one of all(".contents details")) one.open = false;
addEventListener("scroll", () => requestAnimationFrame(noteReading), { passive: true });
addEventListener("hashchange", goToTarget);
addEventListener("load", goToTarget);
document.querySelector(".controls").addEventListener("submit", (event) => event.preventDefault());
