"use strict";
// What both sides said. A line gets into the log when it has been said; until then it grows below it.

const sayings = new Map(); // number of what they say: its line, kept hidden in its place until it is over
let hungUp = false;

function captionLine(who, text, note = "") {
  const item = element("li", { className: who });
  fillLine(item, who, text, note);
  byId("said").append(item);
  byId("no-captions").hidden = true;
  byId("captions").hidden = false;
  scrollCaptions();
  return item;
}

function fillLine(item, who, text, note) {
  const parts = [];
  if (who !== "carrier") parts.push(element("b", { textContent: t(who === "agent" ? "captions.they" : "captions.you") }), " ");
  parts.push(element("span", { textContent: text, lang: language(text) }));
  if (note) parts.push(" ", element("em", { textContent: note }));
  item.replaceChildren(...parts);
}

function scrollCaptions() {
  const box = byId("caption-box");
  box.scrollTop = box.scrollHeight;
}

function clearCaptions() {
  sayings.clear();
  hungUp = false;
  byId("said").replaceChildren();
  byId("no-captions").hidden = false;
  byId("speaking").hidden = true;
  byId("card").hidden = true;
}

function pressed(keys) {
  const last = byId("said").lastElementChild;
  const before = last?.dataset.keys ?? "";
  const item = before ? last : captionLine("caller", "");
  item.dataset.keys = before + keys;
  fillLine(item, "caller", t("captions.keys", { keys: item.dataset.keys }), "");
}

function begins(event) {
  if (event.sound === "silence") return;
  const item = captionLine("agent", event.sound ? t("captions.sound") : "");
  if (event.sound) return;
  item.hidden = true;
  sayings.set(event.number, item);
}

function heard(event) {
  const item = sayings.get(event.of);
  if (!item) return;
  sayings.delete(event.of);
  byId("speaking").hidden = true;
  const nothing = !event.text.trim();
  if (nothing && !event.cut) {
    item.remove();
    return;
  }
  const note = event.cut ? t(nothing ? "captions.cut_before" : "captions.cut") : "";
  fillLine(item, "agent", event.text, note);
  item.hidden = false;
  if (event.cut) hushAloud();
  else readAloud(event.of, event.text);
  scrollCaptions();
}

// In the words of the carrier, except where a person can do something about it.
function alerted(event) {
  const known = event.code === 11200 ? t("captions.alert_11200") : "";
  captionLine("carrier", known || t("captions.alert", { code: event.code, text: event.text }));
}

// A call that ends at once without a word or a reason leaves a person guessing.
function over(event) {
  const nothing = !byId("said").childElementCount && event.status === "canceled" && !hungUp;
  if (nothing) captionLine("carrier", t("captions.no_instructions"));
}

const SHOWN = {
  "agent says": begins,
  "agent heard": heard,
  "caller says": (event) => captionLine("caller", event.text),
  "caller presses": (event) => pressed(event.keys),
  "caller unheard": (event) => captionLine("caller", event.text, t("captions.unheard")),
  "carrier alert": alerted,
  "carrier language": (event) => captionLine("carrier", t("captions.language", { language: event.tts })),
  "carrier asks for a card": () => { byId("card").hidden = false; },
  "caller hangs up": () => { hungUp = true; },
  "carrier ended": over,
  "carrier payment": () => { byId("card").hidden = true; },
};

function showEvent(event) {
  SHOWN[`${event.who} ${event.kind}`]?.(event);
}

// What is being said just now: as much of it as is out.
function showSpeaking(state) {
  const [number] = [...sayings.keys()].slice(-1);
  const growing = number !== undefined && Boolean(state.speaking);
  byId("speaking").hidden = !growing;
  if (!growing) return;
  const place = byId("speaking").lastElementChild;
  if (place.textContent !== state.heard) {
    place.lang = language(state.heard);
    place.textContent = state.heard;
    scrollCaptions();
  }
  readAloud(number, state.speaking);
}
