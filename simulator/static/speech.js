"use strict";
// Speaking and hearing through the browser, where it can: recognition of the person, a voice for the other side.

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const PARTIAL_PAUSE_MS = 300;

// The other side's voice

const voice = { on: false, number: null, said: 0 };

// Words come in pieces; each piece is read once.
function readAloud(number, text) {
  if (!voice.on) return;
  if (voice.number !== number) Object.assign(voice, { number, said: 0 });
  const piece = text.slice(voice.said);
  voice.said = Math.max(voice.said, text.length);
  if (!piece.trim()) return;
  const words = new SpeechSynthesisUtterance(piece);
  words.lang = language(text) === "en" ? "en-US" : "zh-CN";
  speechSynthesis.speak(words);
}

function hushAloud() {
  if (voice.on) speechSynthesis.cancel();
}

byId("aloud").disabled = !window.speechSynthesis;
byId("aloud-none").hidden = Boolean(window.speechSynthesis);
toggle(byId("aloud"), (on) => {
  if (!on) hushAloud();
  voice.on = on;
});

// The person's

let recogniser = null;
let partialAt = 0;

function startRecognising() {
  recogniser = new Recognition();
  Object.assign(recogniser, { continuous: true, interimResults: true, lang: byId("speaks").value });
  recogniser.onresult = recognised;
  recogniser.onerror = (event) => failed(event.error);
  // A recogniser ends by itself after a silence.
  recogniser.onend = () => recogniser?.start();
  recogniser.start();
  byId("mic-hint").textContent = t("mic.listening");
}

function stopRecognising(why = t("mic.hint")) {
  const ended = recogniser;
  recogniser = null;
  ended?.stop();
  byId("mic").setAttribute("aria-checked", "false");
  byId("mic-hint").textContent = why;
}

function recognised(event) {
  for (const result of [...event.results].slice(event.resultIndex)) {
    const text = result[0].transcript.trim();
    if (!text) continue;
    byId("words").value = result.isFinal ? "" : text;
    if (result.isFinal) inTurn(() => speak(text));
    else if (performance.now() - partialAt > PARTIAL_PAUSE_MS) {
      partialAt = performance.now();
      inTurn(() => speak(text, true));
    }
  }
}

function failed(error) {
  if (error === "no-speech" || error === "aborted") return;
  const denied = error === "not-allowed" || error === "service-not-allowed";
  stopRecognising(denied ? t("mic.denied") : t("mic.failed", { error }));
}

if (Recognition) {
  toggle(byId("mic"), (on) => (on ? startRecognising() : stopRecognising()));
  byId("speaks").addEventListener("change", () => {
    if (recogniser) recogniser.lang = byId("speaks").value;
  });
} else {
  byId("mic").disabled = true;
  byId("mic-hint").textContent = t("mic.none");
}
