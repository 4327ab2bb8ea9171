// Reviewing by keys, and saying by selecting text what its words are. Without this script all of it works as plain forms.
//
// A letter presses what has it as `data-key`: in the doubt that is at hand, where there are several, else on the page. A
// digit says what the selected words are; with Shift it adds to what is there.

const typing = (target) => target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]") != null;
let busy = false;
document.documentElement.classList.add("scripted");

document.addEventListener("submit", (event) => {
  if (busy) event.preventDefault();
  else busy = true;
});
addEventListener("pageshow", () => { busy = false; });

// Single keys can be switched off, for whoever speaks to the browser or presses keys by chance.
const KEYS_OFF = "wortlaut-keys-off";
const usesKeys = () => localStorage.getItem(KEYS_OFF) === null;
const showKeys = () => document.documentElement.classList.toggle("keyless", !usesKeys());
for (const box of document.querySelectorAll("[data-keys]")) {
  box.checked = usesKeys();
  box.closest("label").hidden = false;
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
    showKeys();
  });
}
showKeys();

function press(element) {
  if (busy) return;
  if (element.type === "submit") element.form.requestSubmit(element);
  else element.click();
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.repeat) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") return save(event);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return leave(event.target);
  if (typing(event.target) || !usesKeys()) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const pressed = digit ? keyed("data-digit", digit) : event.shiftKey ? null : keyed("data-key", event.key.toLowerCase());
  if (!pressed) return;
  event.preventDefault();
  if (pressed.dataset.pick) pick(pressed.dataset.pick, event.shiftKey);
  else press(pressed);
});

function keyed(name, value) {
  const found = [...document.querySelectorAll(`[${name}]`)].filter((each) => each.getAttribute(name) === value);
  return found.find((each) => each.closest(".doubt.at")) ?? found.find((each) => !each.closest(".doubt")) ?? null;
}

function save(event) {
  const button = document.querySelector("[data-save]");
  if (!button || (button.closest("details") && !button.closest("details").open)) return;
  event.preventDefault();
  press(button);
}

function leave(target) {
  const open = document.querySelector("details.correct[open]");
  if (typing(target)) target.blur();
  else if (!getSelection().isCollapsed) getSelection().removeAllRanges();
  else if (open) open.open = false;
}

for (const link of document.querySelectorAll("[data-opens]")) {
  link.addEventListener("click", (event) => {
    const details = document.getElementById(link.dataset.opens);
    event.preventDefault();
    details.open = true;
    details.querySelector("summary").focus();
  });
}

// Doubts about actors: one is at hand, and the keys are for it.
const doubts = [...document.querySelectorAll(".doubt")];
function hold(doubt) {
  for (const each of doubts) each.classList.toggle("at", each === doubt);
}
for (const [place, doubt] of doubts.entries()) {
  doubt.addEventListener("focusin", () => hold(doubt));
  doubt.addEventListener("pointerdown", () => hold(doubt));
  const next = doubt.querySelector("[data-next]");
  if (!next) continue;
  next.hidden = false;
  next.addEventListener("click", () => doubts[(place + 1) % doubts.length].focus());
}
if (doubts.length) hold(doubts[0]);

// Selecting. Places are code points into the article's text: every stretch of words says where it begins (`data-at`), and
// letters outside the basic plane count once, though they are two units of a string. A hidden character shows as several.
const text = document.querySelector(".selectable");
const picker = document.querySelector(".picker");
const runs = text ? [...text.querySelectorAll("[data-at]")].map(run) : [];
const letters = new Map(); // what stands at a place of the text; nothing where a line ends
for (const each of runs) each.letters.forEach((letter, place) => letters.set(each.at + place, letter));
let chosen = null;

function run(element) {
  const node = element.firstChild;
  const at = Number(element.dataset.at);
  return { element, node, at, letters: element.className === "unseen" ? [node.data] : [...node.data] };
}

function place(run, offset, forward) {
  if (run.element.className === "unseen") return run.at + (forward ? 1 : 0);
  let units = 0, points = 0;
  while (points < run.letters.length && units + run.letters[points].length <= offset) units += run.letters[points++].length;
  return run.at + points + (forward && units < offset ? 1 : 0); // half a letter is the whole of it
}

const isWord = (letter) => letter !== undefined && /^[\p{L}\p{M}\p{N}]/u.test(letter);
const isBlank = (letter) => letter === undefined || /^\s$/u.test(letter);

function selected() {
  const selection = getSelection();
  if (!text || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return null;
  const inside = runs.filter((each) => range.intersectsNode(each.node));
  const bounds = inside.map((each) => ({
    run: each,
    from: range.startContainer === each.node ? range.startOffset : 0,
    to: range.endContainer === each.node ? range.endOffset : each.node.length,
  })).filter((each) => each.from < each.to);
  if (bounds.length === 0) return null;
  const [first, last] = [bounds[0], bounds[bounds.length - 1]];
  if (first.run.element.closest(".stretch") !== last.run.element.closest(".stretch")) return null;
  return trimmed(place(first.run, first.from, false), place(last.run, last.to, true));
}

// Without white space at its ends, and up to the ends of words: nobody hits each letter.
function trimmed(start, end) {
  while (start < end && isBlank(letters.get(start))) start++;
  while (start < end && isBlank(letters.get(end - 1))) end--;
  if (start === end) return null;
  while (isWord(letters.get(start)) && isWord(letters.get(start - 1))) start--;
  while (isWord(letters.get(end - 1)) && isWord(letters.get(end))) end++;
  return { start, end };
}

function words({ start, end }) {
  let made = "";
  for (let at = start; at < end; at++) made += letters.get(at) ?? " ";
  return made.replace(/\s+/gu, " ").trim();
}

const lines = (value) => value.split(/\r?\n/).map((each) => each.trim()).filter(Boolean);

function pick(part, more) {
  const span = selected() ?? chosen;
  if (!span) return;
  const field = document.querySelector(`textarea[data-part=${part}]`);
  const places = document.querySelector(`input[name=${part}_at]`);
  const inOrder = ["quote", "cue", "frame"].includes(part);
  const known = more ? parts(field, places) : [];
  known.push({ words: words(span), place: `${span.start}-${span.end}` });
  if (inOrder && known.every((each) => each.place)) known.sort((one, other) => parseInt(one.place, 10) - parseInt(other.place, 10));
  field.value = known.map((each) => each.words).join("\n");
  field.rows = Math.max(known.length, 1);
  places.value = known.map((each) => each.place).filter(Boolean).join("\n");
  field.classList.add("changed");
  const details = field.closest("details");
  if (details) details.open = true;
  getSelection().removeAllRanges();
  chosen = null;
  hide();
  light(part, known);
}

// The lines of a field, each with its place where that is known.
function parts(field, places) {
  const at = new Map();
  for (const each of lines(places.value)) {
    const key = each.split(" ").map((one) => words(span(one))).join(" […] ");
    at.set(key, each);
  }
  return lines(field.value).map((each) => ({ words: each, place: at.get(each) }));
}

function span(place) {
  const [start, end] = place.split("-").map(Number);
  return { start, end };
}

// What was set now is marked in the text in place of what was there.
function light(part, known) {
  if (!globalThis.CSS?.highlights) return;
  const ranges = known.flatMap((each) => (each.place ?? "").split(" ").filter(Boolean).map(span)).map(rangeOf).filter(Boolean);
  text.classList.add(`set-${part}`);
  CSS.highlights.set(`set-${part}`, new Highlight(...ranges));
}

function rangeOf({ start, end }) {
  const first = runs.find((each) => start < each.at + each.letters.length && each.at <= start);
  const last = runs.find((each) => end <= each.at + each.letters.length && each.at < end);
  if (!first || !last) return null;
  const range = new Range();
  range.setStart(first.node, first.letters.slice(0, start - first.at).join("").length);
  range.setEnd(last.node, last.letters.slice(0, end - last.at).join("").length);
  return range;
}

function hide() {
  picker.hidden = true;
}

function show() {
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  const around = picker.parentElement.getBoundingClientRect();
  picker.hidden = false;
  const left = Math.min(Math.max(box.left - around.left, 0), Math.max(around.width - picker.offsetWidth, 0));
  picker.style.left = `${left}px`;
  picker.style.top = `${box.bottom - around.top + 8}px`;
}

if (text && picker) {
  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      chosen = selected();
      if (chosen) show();
      else hide();
    }, 200);
  });
  picker.addEventListener("mousedown", (event) => event.preventDefault()); // else the selection would be gone
  picker.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pick]");
    if (button) pick(button.dataset.pick, "more" in button.dataset || event.shiftKey);
  });
  text.querySelector(".q")?.scrollIntoView({ block: "center" });
  scrollTo(0, 0);
}
