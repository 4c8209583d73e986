"use strict";
// Everything that comes from a text is set as text, never as markup.

const PAUSE_MS = 1000;
const byId = (id) => document.getElementById(id);
const words = JSON.parse(byId("page-words").textContent);
const t = (key, values = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const language = (text) => (/[\u4e00-\u9fff]/.test(text) ? "zh-Hans" : "en");

async function call(path, order) {
  const options = order === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(order),
  };
  const answer = await fetch(path, options).catch(() => { throw new Trouble(t("trouble.silent")); });
  if (!answer.ok) throw new Trouble(await reason(answer), answer.status);
  return answer.json();
}

// What a person is told; any other error is a mistake of ours, and is reported as such too.
class Trouble extends Error {
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

// A refusal in the simulator's own words, which are English, where it has some.
async function reason(answer) {
  const told = await answer.json().catch(() => ({}));
  return typeof told.detail === "string" ? told.detail : t("trouble.status", { status: answer.status });
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
    return true;
  } catch (error) {
    trouble(error.message, source);
    if (!(error instanceof Trouble)) reportError(error);
    return false;
  }
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The clock

// Where virtual time stood when it was last asked, and how fast it runs.
let clockNow = { now: byId("now").dateTime, rate: Number(byId("rate").value), asked: performance.now() };

function showClock(clock) {
  clockNow = { ...clock, asked: performance.now() };
  const now = byId("now");
  const rate = String(clock.rate);
  if (document.activeElement !== byId("rate")) byId("rate").value = rate;
  now.dateTime = clock.now;
  now.textContent = `${clock.now.slice(0, 16).replace("T", " ")} UTC`;
}

async function advance(wanted) {
  let seconds = Number(wanted);
  if (wanted === "next") {
    const [quiet, clock] = await Promise.all([call("/quiet"), call("/clock")]);
    if (!quiet.next_event_at) throw new Trouble(t("clock.nothing_due"));
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
  const tags = [phone.persona && phone.persona.replaceAll("_", " "), phone.carrier === "lender_gateway" && t("phones.gateway")];
  const name = phone.name || phone.number;
  const said = last ? (last.direction === "from_phone" ? "↩ " : "") + last.text : t("phones.no_texts");
  const onCall = phone.call && t(phone.call === "in-progress" ? "phones.talking" : "phones.ringing");
  const who = element("span", { className: "who" },
    element("strong", { textContent: name, lang: language(name) }),
    element("span", { className: "number", textContent: phone.number }),
    ...tags.filter(Boolean).map((tag) => element("span", { className: "tag", textContent: tag })),
    ...(onCall ? [element("span", { className: "tag live", textContent: onCall })] : []));
  const unread = element("span", { className: "unread", hidden: !phone.unread },
    element("b", { textContent: phone.unread }), ` ${t("phones.new")}`);
  const link = element("a", { href: `/phones/${phone.number}` }, who,
    element("span", { className: "last", textContent: said, lang: last ? language(said) : "" }), unread);
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
  const count = t("phones.count", { count: shown });
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
  const said = element("p", { lang: language(text.text) },
    element("span", { className: "spoken", textContent: t(text.direction === "to_phone" ? "thread.received" : "thread.sent") }), text.text);
  const at = element("time", { dateTime: text.at, textContent: text.at.slice(5, 16).replace("T", " ") });
  const status = element("span", { className: "status", textContent: text.status });
  const item = element("li", {}, said, element("small", {}, at, " · ", status));
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
  await (byId("thread") ? Promise.all([refreshThread(), refreshCalls()]) : refreshList());
}

// A page that nobody looks at marks no text as read, but its phone rings.
async function loop() {
  await attempt(async () => {
    if (!document.hidden) {
      showClock(await call("/clock"));
      await refresh();
    } else if (byId("thread")) {
      await refreshCalls();
    }
  }, "loop");
  setTimeout(loop, PAUSE_MS);
}
setTimeout(loop, PAUSE_MS);
