// Names and sizes of the files just chosen, before they are sent.
function size(bytes) {
  const kilo = bytes / 1000;
  if (kilo < 999.5) return `${Math.max(Math.round(kilo), bytes ? 1 : 0)}\u00a0kB`;
  return `${(kilo / 1000).toLocaleString("vi", { maximumFractionDigits: 1 })}\u00a0MB`;
}

export function showChosenFiles(root) {
  for (const input of root.querySelectorAll('[data-module="mc-files"]')) {
    const list = document.createElement("ul");
    list.className = "mc-chosen";
    list.setAttribute("aria-live", "polite");
    (input.closest(".mc-upload") ?? input).after(list);
    input.addEventListener("change", () => {
      list.replaceChildren(...Array.from(input.files, (file) => {
        const row = document.createElement("li");
        row.textContent = `${file.name} · ${size(file.size)}`;
        return row;
      }));
    });
  }
}
