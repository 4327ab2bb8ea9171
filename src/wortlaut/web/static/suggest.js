// The search box goes on as somebody types: a combobox with a list, as the ARIA practices have it. Without this script the
// form is sent as any other.

const box = document.querySelector("input[data-suggest]");
if (box) begin(box);

function begin(box) {
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  box.after(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.setAttribute("aria-autocomplete", "list");
  let at = -1, asked = 0, timer = 0;

  const shown = () => [...list.children];
  const close = () => {
    asked += 1; // an answer that is under way comes too late
    clearTimeout(timer);
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const go = (item) => location.assign(item.dataset.address);
  const choose = (next) => {
    const items = shown();
    at = (next + items.length) % items.length;
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    box.setAttribute("aria-activedescendant", items[at].id);
    items[at].scrollIntoView({ block: "nearest" });
  };
  const draw = (items) => {
    list.replaceChildren(...items.map((each, place) => option(each, place, go)));
    list.hidden = items.length === 0;
    box.setAttribute("aria-expanded", String(items.length > 0));
    at = -1;
  };
  const ask = async () => {
    const number = ++asked;
    const beginning = box.value.trim();
    if (!beginning) return close();
    const answer = await fetch(`${box.dataset.suggest}?beginning=${encodeURIComponent(beginning.slice(0, 200))}`);
    if (!answer.ok || number !== asked) return;
    draw((await answer.json()).items);
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      go(shown()[at]);
    } else if (event.key === "Escape") {
      event.preventDefault(); // else the browser empties the box as well
      close();
    }
  });
  box.addEventListener("blur", () => setTimeout(close, 150));
}

function option(each, place, go) {
  const item = document.createElement("li");
  item.id = `suggestion-${place}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.dataset.address = each.address;
  for (const [name, words] of [["kind", each.kind], ["label", each.label], ["alias", each.alias], ["number", each.number]]) {
    if (words === null || words === undefined || words === "") continue;
    const part = document.createElement("span");
    part.className = name;
    part.textContent = name === "number" && each.more ? `${words}+` : words;
    item.append(part, " ");
  }
  item.addEventListener("mousedown", (event) => {
    event.preventDefault();
    go(item);
  });
  return item;
}
