// Compares a chosen file with the paper on the page, without sending it. Where the browser cannot, the form is sent.
export function compareFiles(root) {
  for (const form of root.querySelectorAll('[data-module="mc-compare"]')) {
    const input = form.querySelector('input[type="file"]');
    const answer = form.querySelector('[role="status"]');
    const compare = async () => {
      const [file] = input.files;
      if (!file) return;
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      const hex = Array.from(new Uint8Array(digest), (one) => one.toString(16).padStart(2, "0")).join("");
      answer.textContent = form.dataset.sha256.split(" ").includes(hex) ? form.dataset.same : form.dataset.other;
    };
    if (!globalThis.crypto?.subtle) continue;
    input.addEventListener("change", compare);
    form.addEventListener("submit", (event) => {
      if (!input.files.length) return;
      event.preventDefault();
      compare();
    });
  }
}
