"use strict";
// Everything that comes from a text is set as text, never as markup.

const PAUSE_MS = 1000;
const byId = (id) => document.getElementById(id);
const language = (text) => (/[\u4e00-\u9fff]/.test(text) ? "zh-Hans" : "en");

async function call(path, order) {
  const options = order === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(order),
  };
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status}.`);
  return answer.json();
}

// A success clears only the trouble of its own source: the loop must not wipe what a button said.
function trouble(message, source) {
  const place = byId("trouble");
  if (!message && place.dataset.source !== source) return;
  place.dataset.source = source;
  place.textContent = message;
  place.hidden = !message;
}

async function attempt(action, source = "button") {
  try {
    await action();
    trouble("", source);
  } catch (error) {
    trouble(error instanceof TypeError ? "The simulator does not answer." : error.message, source);
  }
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The clock

function showClock(clock) {
  const now = byId("now");
  now.dateTime = clock.now;
  now.textContent = `${clock.now.slice(0, 16).replace("T", " ")} UTC`;
}

async function advance(wanted) {
  let seconds = Number(wanted);
  if (wanted === "next") {
    const [quiet, clock] = await Promise.all([call("/quiet"), call("/clock")]);
    if (!quiet.next_event_at) throw new Error("Nothing is due.");
    seconds = Math.max(0, (Date.parse(quiet.next_event_at) - Date.parse(clock.now)) / 1000 + 0.001);
  }
  showClock(await call("/clock/advance", { seconds }));
}

document.querySelectorAll("[data-advance]").forEach((button) => {
  button.addEventListener("click", () => attempt(async () => {
    await advance(button.dataset.advance);
    await refresh();
  }));
});
byId("rate").addEventListener("change", (event) => {
  attempt(async () => showClock(await call("/clock/rate", { rate: Number(event.target.value) })));
});

// The list

function entry(phone) {
  const last = phone.last;
  const tags = [phone.persona && phone.persona.replaceAll("_", " "), phone.carrier === "lender_gateway" && "lender's gateway"];
  const name = phone.name || phone.number;
  const words = last ? (last.direction === "from_phone" ? "↩ " : "") + last.text : "No texts yet";
  const who = element("span", { className: "who" },
    element("strong", { textContent: name, lang: language(name) }),
    element("span", { className: "number", textContent: phone.number }),
    ...tags.filter(Boolean).map((tag) => element("span", { className: "tag", textContent: tag })));
  const unread = element("span", { className: "unread", hidden: !phone.unread },
    element("b", { textContent: phone.unread }), " new");
  const link = element("a", { href: `/phones/${phone.number}` }, who,
    element("span", { className: "last", textContent: words, lang: language(words) }), unread);
  const item = element("li", {}, link);
  item.dataset.number = phone.number;
  return item;
}

function filter() {
  const wanted = byId("find").value.trim().toLowerCase();
  let shown = 0;
  for (const item of byId("phones").children) {
    item.hidden = !item.textContent.toLowerCase().includes(wanted);
    shown += item.hidden ? 0 : 1;
  }
  const count = `${shown} phones`;
  if (byId("count").textContent !== count) byId("count").textContent = count;
  byId("nothing").hidden = shown > 0;
}

let listed = "";
async function refreshList() {
  const phones = await call("/phones");
  if (!byId("phones")) {
    if (phones.length) location.reload();
    return;
  }
  const state = JSON.stringify(phones);
  if (state === listed) return;
  listed = state;
  const focused = document.activeElement?.closest?.("#phones li")?.dataset.number;
  byId("phones").replaceChildren(...phones.map(entry));
  filter();
  if (focused) document.querySelector(`#phones li[data-number="${focused}"] a`)?.focus();
}

// The thread

function bubble(text) {
  const words = element("p", { lang: language(text.text) },
    element("span", { className: "spoken", textContent: text.direction === "to_phone" ? "Received: " : "Sent: " }), text.text);
  const at = element("time", { dateTime: text.at, textContent: text.at.slice(5, 16).replace("T", " ") });
  const status = element("span", { className: "status", textContent: text.status });
  const item = element("li", {}, words, element("small", {}, at, " · ", status));
  item.dataset.sid = text.sid;
  return item;
}

async function refreshThread() {
  const thread = byId("thread");
  const texts = await call(`/phones/${thread.dataset.number}/messages?read=true`);
  const atEnd = innerHeight + scrollY >= document.body.scrollHeight - 80;
  let added = false;
  texts.forEach((text, index) => {
    let item = thread.children[index];
    if (!item || item.dataset.sid !== text.sid) {
      const made = bubble(text);
      item ? item.replaceWith(made) : thread.append(made);
      item = made;
      added = true;
    }
    item.className = `${text.direction} ${text.status.replaceAll(" ", "-")}`;
    const status = item.querySelector(".status");
    if (status.textContent !== text.status) status.textContent = text.status;
  });
  byId("no-texts").hidden = texts.length > 0;
  if (added && atEnd) scrollTo(0, document.body.scrollHeight);
}

function showScript(on) {
  byId("script")?.setAttribute("aria-checked", String(on));
}

async function send() {
  const box = byId("text");
  if (!box.value.trim()) return;
  await call(`/phones/${byId("thread").dataset.number}/send`, { text: box.value });
  box.value = "";
  showScript(false);
  await refreshThread();
}

if (byId("thread")) {
  byId("write").addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(send);
  });
  byId("text").addEventListener("keydown", (event) => {
    // An input method composing Chinese uses Enter to choose a word.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    attempt(send);
  });
  byId("script")?.addEventListener("click", () => attempt(async () => {
    const on = byId("script").getAttribute("aria-checked") !== "true";
    const phone = await call(`/phones/${byId("thread").dataset.number}/script`, { on });
    showScript(phone.scripted);
  }));
  scrollTo(0, document.body.scrollHeight);
}
byId("find")?.addEventListener("input", filter);

async function refresh() {
  await (byId("thread") ? refreshThread() : refreshList());
}

async function loop() {
  if (!document.hidden) {
    await attempt(async () => {
      showClock(await call("/clock"));
      await refresh();
    }, "loop");
  }
  setTimeout(loop, PAUSE_MS);
}
setTimeout(loop, PAUSE_MS);
