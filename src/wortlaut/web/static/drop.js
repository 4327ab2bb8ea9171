// Files and folders can be dropped anywhere on the page; what is chosen is listed, and said where it is too much. Without this
// script the field for files does as in any form.

const MANY = 1000; // files that the server takes at once
const SHOWN = 8;

const form = document.querySelector("form[data-drop]");
if (form) begin(form);

function begin(form) {
  const field = form.querySelector("input[type=file]");
  const zone = form.querySelector(".zone");
  form.querySelector(".can-drop").hidden = false;
  let depth = 0;

  const over = (is) => zone.classList.toggle("over", is);
  document.addEventListener("dragenter", (event) => {
    if (!bringsFiles(event)) return;
    depth += 1;
    over(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!bringsFiles(event)) return;
    depth -= 1;
    if (depth <= 0) over(false);
  });
  document.addEventListener("dragover", (event) => {
    if (bringsFiles(event)) event.preventDefault();
  });
  document.addEventListener("drop", async (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    over(false);
    const chosen = new DataTransfer();
    for (const file of await filesOf(event.dataTransfer)) chosen.items.add(file);
    field.files = chosen.files;
    tell(form, field);
    form.querySelector("button[type=submit]").focus();
  });
  field.addEventListener("change", () => tell(form, field));
  tell(form, field); // a browser may remember what was chosen
}

function bringsFiles(event) {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

// All files that were dropped, those in folders, too, but for hidden ones.
async function filesOf(brought) {
  const entries = [...brought.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return [...brought.files];
  const found = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

async function collect(entry, found) {
  if (found.length > MANY) return;
  if (entry.isFile) {
    found.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const each of some) if (!each.name.startsWith(".")) await collect(each, found);
  }
}

function tell(form, field) {
  const list = form.querySelector(".chosen");
  const files = [...field.files];
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const size = (Math.ceil(bytes / 2 ** 20 * 10) / 10).toLocaleString(document.documentElement.lang);
  const say = (words) => words.replace("%n", files.length.toLocaleString(document.documentElement.lang)).replace("%s", size);
  const isMuch = bytes > Number(form.dataset.most) * .99; // the form itself takes some bytes, too
  const fault = files.length > MANY ? say(form.dataset.crowd) : isMuch ? say(form.dataset.over) : "";
  field.setCustomValidity(fault);
  list.replaceChildren();
  if (files.length === 0) return;
  line(list, fault || say(files.length === 1 ? form.dataset.one : form.dataset.many), fault ? "fault" : "sum");
  for (const file of files.slice(0, SHOWN)) line(list, file.name, "");
  if (files.length > SHOWN) line(list, "…", "");
}

function line(list, words, name) {
  const item = document.createElement("li");
  item.textContent = words;
  item.className = name;
  list.append(item);
}
