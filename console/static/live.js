"use strict";
// Keeps the live parts of a page fresh, and touches nothing else: what is being typed stays as it is.
// The page asks for itself with X-Live; the server sends the live parts alone, or 304 when they are the same.

const PAUSE_MS = 800;
const TROUBLE_PAUSE_MS = 4000;
const NEAR_PX = 120;

const served = new WeakMap(); // element -> its HTML as the server sent it; opening a <details> changes the element
let tag = "";

function regions(root) {
  return root.querySelectorAll("[data-live]");
}

function remember(region) {
  for (const child of region.children) served.set(child, child.outerHTML);
}

function keepOpen(old, fresh) {
  const now = fresh.querySelectorAll("details");
  old.querySelectorAll("details").forEach((details, index) => {
    if (now[index]) now[index].open = details.open;
  });
}

// Replaces the children that changed, found by their ids, and leaves the others alone. True when one is new.
function patch(region, fresh) {
  const old = new Map([...region.children].map((child) => [child.id, child]));
  let added = false;
  let place = region.firstElementChild;
  for (const child of [...fresh.children]) {
    const html = child.outerHTML;
    const have = old.get(child.id);
    old.delete(child.id);
    if (have && served.get(have) === html) {
      if (have === place) place = place.nextElementSibling;
      else region.insertBefore(have, place);
      continue;
    }
    const made = document.importNode(child, true);
    served.set(made, html);
    if (!have) {
      added = true;
      region.insertBefore(made, place);
      continue;
    }
    if (have === place) place = place.nextElementSibling;
    const focused = have.contains(document.activeElement) ? document.activeElement.id : "";
    keepOpen(have, made);
    have.replaceWith(made);
    if (focused) document.getElementById(focused)?.focus();
  }
  old.forEach((gone) => {
    if (gone === place) place = place.nextElementSibling;
    gone.remove();
  });
  return added;
}

function endIsNear() {
  const end = document.getElementById("end");
  return end !== null && end.getBoundingClientRect().bottom < innerHeight + NEAR_PX;
}

function toEnd() {
  document.getElementById("end")?.scrollIntoView({ block: "end" });
  document.getElementById("new-below")?.setAttribute("hidden", "");
}

function apply(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const near = endIsNear();
  for (const fresh of regions(page)) {
    const region = document.getElementById(fresh.id);
    if (!region) continue;
    const added = patch(region, fresh);
    if (!added || !("follow" in region.dataset)) continue;
    if (near) toEnd();
    else document.getElementById("new-below")?.removeAttribute("hidden");
  }
}

function trouble(what) {
  const place = document.getElementById("lost");
  const words = what ? place.dataset[what] : "";
  if (place.textContent !== words) place.textContent = words;
  place.hidden = !what;
}

async function renew() {
  const headers = tag ? { "X-Live": "1", "If-None-Match": tag } : { "X-Live": "1" };
  const answer = await fetch(location.pathname + location.search, { headers, cache: "no-store" });
  if (answer.status === 401) return "out";
  if (answer.status === 304) return "";
  if (!answer.ok) return "lost";
  tag = answer.headers.get("ETag") || "";
  apply(await answer.text());
  return "";
}

async function loop() {
  let pause = PAUSE_MS;
  if (!document.hidden) {
    let what = "lost";
    try {
      what = await renew();
    } catch {
      // The console does not answer; "lost" says so.
    }
    trouble(what);
    if (what) pause = TROUBLE_PAUSE_MS;
  }
  setTimeout(loop, pause);
}

// A notice is about the click that led here: reloading must not say it again, nor asking for news.
const address = new URL(location.href);
if (address.searchParams.has("notice") || address.searchParams.has("lang")) {
  address.searchParams.delete("notice");
  address.searchParams.delete("lang");
  history.replaceState(null, "", address);
}

// On a phone the list itself comes first; filters that are in use stay in sight.
const filters = document.querySelector(".filters-part");
if (filters && !("filtered" in filters.dataset) && matchMedia("(max-width: 44rem)").matches) filters.open = false;

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-once]")) delete form.dataset.sent;
});

for (const box of document.querySelectorAll("textarea[data-submit]")) {
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    box.form.requestSubmit();
  });
}

document.querySelector("#new-below a")?.addEventListener("click", (event) => {
  event.preventDefault();
  toEnd();
});

if (regions(document).length > 0) {
  regions(document).forEach(remember);
  if (location.hash === "#end") toEnd();
  setTimeout(loop, PAUSE_MS);
}
