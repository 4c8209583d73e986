"use strict";
// Ringing and the tones of the keys, made by the browser itself; off until they are switched on.

const KEY_ROWS = ["123", "456", "789", "*0#"];
const LOW_HZ = [697, 770, 852, 941];
const HIGH_HZ = [1209, 1336, 1477];
const RING_HZ = [440, 480];
const LOUDNESS = 0.08;

// Browsers want a press of the person before there is any sound: the switch is that press.
let audio = null;
let ringer = null;

function tone(frequencies, seconds) {
  if (!audio) return;
  const volume = new GainNode(audio, { gain: LOUDNESS });
  volume.connect(audio.destination);
  for (const frequency of frequencies) {
    const source = new OscillatorNode(audio, { frequency });
    source.connect(volume);
    source.start();
    source.stop(audio.currentTime + seconds);
  }
}

function keyTone(key) {
  const row = KEY_ROWS.findIndex((keys) => keys.includes(key));
  tone([LOW_HZ[row], HIGH_HZ[KEY_ROWS[row].indexOf(key)]], 0.15);
}

function ring(on) {
  if (on === (ringer !== null)) return;
  clearInterval(ringer);
  ringer = on ? setInterval(() => tone(RING_HZ, 1.5), 3000) : null;
  if (on) tone(RING_HZ, 1.5);
}

// A button that is on or off; `change` gets the new state, and returns false where it cannot be.
function toggle(button, change) {
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-checked") !== "true";
    if (change(on) !== false) button.setAttribute("aria-checked", String(on));
  });
}

toggle(byId("sounds"), (on) => {
  audio?.close();
  audio = on ? new AudioContext() : null;
});
