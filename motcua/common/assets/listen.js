// "Nghe": the browser's own Vietnamese voice reads what matters most; shown only where there is such a voice.
export function offerListening(root) {
  const button = root.querySelector("[data-listen]");
  const voices = window.speechSynthesis;
  if (!button || !voices) return;
  const words = button.textContent;
  const voice = () => voices.getVoices().find((one) => one.lang.toLowerCase().startsWith("vi"));
  const offer = () => { button.hidden = !voice(); };
  const stop = () => {
    voices.cancel();
    button.textContent = words;
    button.setAttribute("aria-pressed", "false");
  };
  button.setAttribute("aria-pressed", "false");
  offer();
  voices.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", stop);
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") return stop();
    button.setAttribute("aria-pressed", "true");
    button.textContent = button.dataset.stop;
    const parts = [...root.querySelectorAll("[data-read]")].map((part) => part.innerText.trim()).filter(Boolean);
    parts.forEach((part, place) => {
      const said = new SpeechSynthesisUtterance(part);
      said.lang = "vi-VN";
      said.voice = voice();
      if (place === parts.length - 1) said.addEventListener("end", stop);
      voices.speak(said);
    });
  });
}
