// Suggestions while typing: one small request after a pause, walked with the arrows; without scripts the form does it all.
const PAUSE = 200;

export function suggestWhileTyping(root) {
  for (const input of root.querySelectorAll("[data-suggest]")) attach(input);
}

function attach(input) {
  const list = document.createElement("ul");
  const told = document.createElement("p");
  const id = `${input.id}-suggested`;
  let rows = [], at = -1, timer = 0, asked = "", controller = null;
  Object.assign(list, { id, className: "mc-suggested", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.list);
  told.className = "govuk-visually-hidden";
  told.setAttribute("role", "status");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", id);
  const holder = document.createElement("div");
  holder.className = "mc-suggests";
  input.before(holder);
  holder.append(input, list, told);

  const close = () => {
    list.hidden = true;
    at = -1;
    input.removeAttribute("aria-activedescendant");
  };
  const take = (row) => {
    if (!row.value) return location.assign(row.href);
    input.value = row.value;
    input.form.requestSubmit();
  };
  const choose = (place) => {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = place;
    const row = list.children[at];
    row?.setAttribute("aria-selected", "true");
    row?.scrollIntoView({ block: "nearest" });
    if (row) input.setAttribute("aria-activedescendant", row.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (found) => {
    rows = found;
    list.replaceChildren(...rows.map((row, place) => {
      const item = document.createElement("li");
      Object.assign(item, { id: `${id}-${place}`, textContent: row.name });
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.addEventListener("mousedown", (event) => event.preventDefault());
      item.addEventListener("click", () => take(row));
      return item;
    }));
    close();
    list.hidden = !rows.length;
    told.textContent = rows.length ? input.dataset.found.replace("#", rows.length) : "";
  };
  const ask = async () => {
    const words = input.value.trim();
    if (words === asked) return;
    asked = words;
    controller?.abort();
    if (words.length < 2) return show([]);
    controller = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(words)}`, { signal: controller.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // The line broke or a newer question was asked: the form still works.
    }
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && rows.length) {
      event.preventDefault();
      list.hidden = false;
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((at + step + rows.length + (at < 0 && step < 0 ? 1 : 0)) % rows.length);
    } else if (event.key === "Enter" && at >= 0 && !list.hidden) {
      event.preventDefault();
      take(rows[at]);
    }
  });
}
