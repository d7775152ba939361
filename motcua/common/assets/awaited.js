// A part of the page that waits for a job asks again every second until it waits no more.
export function awaitParts(root) {
  for (const part of root.querySelectorAll('[data-module="mc-awaited"]')) again(part, 0);
}

function again(part, times) {
  if (times >= 60) return;
  setTimeout(async () => {
    try {
      const answer = await fetch(part.dataset.src || location.href, { headers: { "X-Requested-With": "fetch" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(part.id);
      if (!answer.ok || !fresh) return;
      part.replaceChildren(...fresh.childNodes);
      if (fresh.dataset.module === "mc-awaited") again(part, times + 1);
    } catch {
      again(part, times + 1);
    }
  }, 1000);
}
