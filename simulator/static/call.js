"use strict";
// The phone: it rings, calls, and shows the call. The carrier's clock is virtual, so the timer is too.

const TERMINAL = new Set(["completed", "busy", "failed", "no-answer", "canceled"]);
const POLL_S = 0.25;
const TICK_MS = 250;
const COURSE = { calling: 0, rings: 0, talking: 1, over: 2 };
const FASTEST_TALK = 3; // beyond that nobody follows
const number = byId("thread").dataset.number;
let following = null; // the call on the screen, until it has ended
let expected = false; // a call has been placed to this phone, and does not ring yet

const hidden = (id, on) => { byId(id).hidden = on; };
const set = (id, text) => { if (byId(id).textContent !== text) byId(id).textContent = text; };
const order = (what, fields = {}) => call(`/calls/${following.sid}/${what}`, fields);
const duration = (ms) => `${Math.floor(ms / 60000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;

// Following a call

const onScreen = (state) => !TERMINAL.has(state.status)
  && (state.direction === "inbound" || state.status === "ringing" || state.status === "in-progress");

async function refreshCalls() {
  if (following) return;
  const found = await call(`/calls?phone=${encodeURIComponent(number)}`);
  const live = found.find(onScreen);
  expected = !live && found.some((state) => !TERMINAL.has(state.status));
  if (live) follow(live);
  else if (found.length && byId("call").dataset.state === "idle") set("call-state", t("call.last", { outcome: outcome(found[0]) }));
}

function follow(state) {
  if (following) return;
  following = { sid: state.sid, after: -1, state };
  clearCaptions();
  byId("record").href = `/calls/${state.sid}`;
  show(state);
  watch(following);
}

async function watch(one) {
  while (following === one) {
    if (!(await attempt(() => catchUp(one), "call"))) await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

async function catchUp(one) {
  try {
    const told = await call(`/calls/${one.sid}/events?after=${one.after}&wait_s=${POLL_S}`);
    for (const event of told.events) {
      one.after = event.number;
      showEvent(event);
    }
    show(told.call);
    showSpeaking(told.call);
    if (TERMINAL.has(told.call.status) && !told.events.length) following = null;
  } catch (error) {
    // A simulator that was started again has forgotten its calls.
    if (error.status === 404) {
      following = null;
      enter("over");
      ring(false);
    }
    throw error;
  }
}

// What the screen shows

function phase(state) {
  if (TERMINAL.has(state.status)) return "over";
  if (state.status === "in-progress") return "talking";
  return state.direction === "inbound" ? "calling" : "rings";
}

function outcome(state) {
  const named = t(`state.${state.status}`);
  if (!state.started || !state.ended) return named;
  return t("state.duration", { state: named, duration: duration(Date.parse(state.ended) - Date.parse(state.started)) });
}

function show(state) {
  const now = phase(state);
  // An answer that was on its way while something happened is older than what is shown.
  if (!following || following.sid !== state.sid || COURSE[now] < COURSE[phase(following.state)]) return;
  following.state = state;
  const other = state.direction === "inbound" ? state.to : state.from;
  const named = now === "over" ? outcome(state) : t("state.number", { state: t(`state.${state.status}`), number: other });
  enter(now, other);
  set("call-state", named);
  ring(state.status === "ringing");
  showTurn(state);
  tick();
}

// The keyboard's place goes along from screen to screen, unless it is at something else.
function enter(now, other) {
  const section = byId("call");
  if (section.dataset.state === now) return;
  const along = section.contains(document.activeElement) || document.activeElement === document.body;
  section.dataset.state = now;
  hidden("ringing", now !== "rings");
  hidden("place", now !== "over");
  hidden("hang-up", now !== "talking" && now !== "calling");
  hidden("talk", now !== "talking");
  hidden("captions", now === "rings" || (now === "over" && !byId("said").childElementCount));
  hidden("timer", now !== "talking");
  set("ring-from", now === "rings" ? t("ring.from", { number: other }) : "");
  if (now === "over") stopTalking();
  if (along) byId({ rings: "answer", calling: "hang-up", talking: "words", over: "place" }[now]).focus();
}

function stopTalking() {
  hidden("card", true);
  hushAloud();
  if (recogniser) stopRecognising();
}

function showTurn(state) {
  const turn = state.waiting_turns ? "waits" : state.speaking ? "theirs" : state.listening ? "yours" : "nobody";
  set("turn", t(`turn.${turn}`));
  byId("drop").disabled = byId("malformed").disabled = !state.relay;
  set("drop-hint", t(state.relay ? "faults.drop_hint" : "faults.no_relay"));
}

function tick() {
  const { rate, now, asked } = clockNow;
  const live = following && !TERMINAL.has(following.state.status);
  hidden("still", !(live || expected) || (rate > 0 && rate <= FASTEST_TALK));
  set("still-words", rate ? t("still.fast", { rate }) : t("still.stands"));
  const started = live && following.state.started;
  if (started) set("timer", duration(Math.max(0, Date.parse(now) + (performance.now() - asked) * rate - Date.parse(started))));
}
setInterval(tick, TICK_MS);

// What the person does, in the order in which they do it: requests that run beside each other may overtake.

let lastDone = Promise.resolve();
const inTurn = (action) => { lastDone = lastDone.then(() => attempt(action)); };

// On a relay, or while the other side speaks or listens, words are said at once; else they wait for their turn.
const atOnce = ({ relay, speaking, listening }) => relay || Boolean(speaking) || listening;

async function takeOver() {
  if (byId("script")?.getAttribute("aria-checked") !== "true") return;
  await call(`/phones/${number}/script`, { on: false });
  showScript(false);
}

async function speak(text, partial = false) {
  if (!following) return;
  await takeOver();
  show(await order("say", { text, partial, now: atOnce(following.state) }));
}

async function press(key) {
  if (!following) return;
  keyTone(key);
  await takeOver();
  show(await order("press", { digits: key, now: atOnce(following.state) }));
}

function onClick(id, action) {
  byId(id).addEventListener("click", () => attempt(action));
}

onClick("place", async () => {
  const { sid } = await call(`/phones/${number}/call`, {});
  follow(await call(`/calls/${sid}`)); // it may have failed already: that is shown too
});
onClick("answer", async () => show(await order("answer")));
onClick("decline", async () => show(await order("hangup")));
onClick("hang-up", async () => show(await order("hangup")));
onClick("drop", async () => show(await order("drop")));
onClick("malformed", async () => show(await order("malformed")));
onClick("run", async () => showClock(await call("/clock/rate", { rate: 1 })));

byId("answers").addEventListener("change", (event) => attempt(() => call(`/phones/${number}/answers`, { outcome: event.target.value })));
byId("say").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = byId("words").value.trim();
  if (!text) return;
  byId("words").value = "";
  inTurn(() => speak(text));
});
document.querySelectorAll("[data-key]").forEach((button) => {
  button.addEventListener("click", () => inTurn(() => press(button.dataset.key)));
});
document.querySelectorAll("[data-card]").forEach((button) => {
  button.addEventListener("click", () => attempt(async () => show(await order("pay", { result: button.dataset.card }))));
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  const command = event.ctrlKey || event.altKey || event.metaKey;
  if (typing || command || !/^[0-9*#]$/.test(event.key) || byId("call").dataset.state !== "talking") return;
  event.preventDefault();
  inTurn(() => press(event.key));
});
