// Asks for new turns of the chat, and adds those that are not on the page yet. Everything else is forms.
"use strict";

const EVERY_MS = 3000;
const log = document.getElementById("log");
const lost = document.getElementById("lost");

async function news() {
  try {
    const answer = await fetch(log.dataset.turns, { headers: { "X-Poll": "1" }, credentials: "same-origin" });
    if (answer.status === 401 || answer.status === 404) {
      location.reload();
      return;
    }
    lost.hidden = answer.ok;
    if (answer.ok) show(await answer.text());
  } catch {
    lost.hidden = false;
  }
  setTimeout(news, EVERY_MS);
}

function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const list = document.getElementById("turns");
  const known = new Set(Array.from(list.children, (item) => item.id).filter(Boolean));
  const waiting = fresh.querySelectorAll("li.waiting").length;
  const shown = list.querySelectorAll("li.waiting");
  const added = Array.from(fresh.querySelectorAll("li[id]")).filter((item) => !known.has(item.id));
  // What waited stands in the transcript now.
  if (shown.length > waiting) shown.forEach((item) => item.remove());
  added.forEach((item) => list.append(document.adoptNode(item)));
  if (shown.length > waiting && waiting) {
    fresh.querySelectorAll("li.waiting").forEach((item) => list.append(document.adoptNode(item)));
  }
  if (added.length) list.lastElementChild.scrollIntoView({ block: "nearest" });
}

setTimeout(news, EVERY_MS);
