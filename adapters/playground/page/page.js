// @ts-check
/** The playground's page: who you are, what you type, what you press, and what comes of it. */
import { prepareCards } from './cards.js';
import { makeComposer } from './composer.js';
import { byId } from './el.js';
import { waitingEntry } from './entries.js';
import { firstView } from './first-view.js';
import { makeForm } from './form.js';
import { askedSchool, choosePerson } from './people.js';
import { makeRoom } from './room.js';
import { askSchool, newDelivery, send } from './server.js';
import { startSlash } from './slash.js';
import { follow } from './stream.js';
import { clearMarks, markNew, startTabs } from './tabs.js';
import { startTheme } from './theme.js';
import { timeWords } from './times.js';
import { toast } from './toasts.js';

/** @typedef {import('./room.js').LiveCard} LiveCard */
/** @typedef {import('./shapes.js').Touch} Touch */
/** @typedef {import('./shapes.js').Reply} Reply */

/** A click that old (ms) is not acted on any more: by then people have moved on. */
const CLICK_LASTS = 30_000;
/** From this width (px) on all panes show, and no keyboard on the screen covers half of them. */
const WIDE = 900;
const GOING = 'Sending…';
const AWAY = 'Not sent yet. Bellbird is away; trying again…';

const status = byId('status', HTMLElement);
/** @param {boolean} away */
function sayAway(away) {
  status.hidden = !away;
  status.textContent = away
    ? 'Bellbird is away. What you type is kept, and goes out when it is back.'
    : '';
}

prepareCards();
startTabs();
let school = await askSchool(askedSchool(), () => sayAway(true));
sayAway(false);
document.title = `Bellbird playground · ${school.name}`;

const form = makeForm();
const room = makeRoom({ school, when: timeWords(school.timezone), onTouch: touch });
const composer = makeComposer(school.completions, (text) => void sayLine(text));
const first = firstView(composer.fill);
/** Lines not answered yet. */
const going = new Set();
let person = '';
let caughtUp = false;
let stopFollowing = () => {};

function showFirstView() {
  first.show(caughtUp && room.panes.staff.empty());
}

/** @param {readonly import('./shapes.js').Item[]} items */
function placeItems(items) {
  for (const item of items) room.placeItem(item);
  showFirstView();
}

/** @param {string} text */
async function sayLine(text) {
  const as = person;
  const delivery = newDelivery();
  const key = `${delivery}-line`;
  const waiting = waitingEntry();
  first.show(false);
  going.add(delivery);
  room.placeTyped(key, as, text, GOING);
  room.panes.staff.place({
    key: `${delivery}-waiting`,
    order: Number.MAX_SAFE_INTEGER,
    element: waiting,
  });
  room.panes.staff.toEnd();
  const outcome = await send(
    '/playground/say',
    { as, school: school.id, delivery, text },
    {
      onAway: () => {
        if (as === person) room.placeTyped(key, as, text, AWAY);
      },
    },
  );
  going.delete(delivery);
  if (as !== person || !outcome) return;
  room.panes.staff.remove(`${delivery}-waiting`);
  if ('sentence' in outcome) {
    room.placeTyped(key, as, text, null);
    room.placeWord(`${delivery}-answer`, outcome.sentence);
    if (composer.text() === '') composer.fill(text);
    return;
  }
  const { reply } = outcome;
  placeItems(reply.items);
  room.placeTyped(key, as, text, null);
  if (reply.as === 'word') room.placeWord(`${delivery}-answer`, reply.words);
  if (reply.as === 'note') room.placeOwnCard(`${delivery}-answer`, reply.card);
  if (reply.as === 'dialog') openForm(reply.card, null);
}

/** @param {import('./shapes.js').ShownCard} card @param {string | null} ref the card that opened it */
function openForm(card, ref) {
  const as = person;
  form.open(card, (pressed) => void sendForm(as, ref, pressed));
}

/** @param {string} as @param {string | null} ref @param {Touch} pressed */
async function sendForm(as, ref, pressed) {
  form.busy(true);
  const outcome = await act(as, ref, pressed);
  form.busy(false);
  if (typeof outcome === 'string') return form.refuse(outcome);
  if (outcome.as === 'dialog') return openForm(outcome.card, outcome.ref);
  // A note that is not good news is why it was not saved: the form stays as it is.
  if (outcome.as === 'note' && outcome.card.mark !== 'ok') return form.refuse(outcome.card);
  form.done();
  // The card that opened the form may have been drawn anew under it, and its button with the focus gone.
  if (document.activeElement === document.body) room.focusCard(ref);
  if (outcome.as === 'note') toast(outcome.card.summary);
  if (outcome.as === 'word') toast(outcome.words);
}

/** @param {LiveCard} card @param {Touch} pressed */
async function touch(card, pressed) {
  card.drawn.busy(true);
  card.note(null);
  const outcome = await act(person, card.ref, pressed);
  card.drawn.busy(false);
  if (typeof outcome === 'string') return card.note(outcome);
  if (outcome.as === 'note') card.note(outcome.card);
  if (outcome.as === 'dialog') openForm(outcome.card, outcome.ref);
  if (outcome.as === 'word') card.note(outcome.words);
}

/**
 * @param {string} as @param {string | null} ref @param {Touch} pressed
 * @returns {Promise<Reply | string>} a string is a sentence on why nothing came of it
 */
async function act(as, ref, pressed) {
  const body = { as, school: school.id, ref, delivery: newDelivery(), ...pressed };
  const outcome = await send('/playground/act', body, {
    onAway: () => sayAway(true),
    patience: CLICK_LASTS,
  });
  if (!outcome) return 'Bellbird did not answer. Press again once it is back; it acts only once.';
  if ('sentence' in outcome) return outcome.sentence;
  if (as === person) placeItems(outcome.reply.items);
  return outcome.reply;
}

/** @param {import('./shapes.js').Person} chosen */
function become(chosen) {
  stopFollowing();
  person = chosen.id;
  caughtUp = false;
  room.clear();
  form.forget();
  clearMarks();
  showHint(chosen);
  followNow();
}

/** @param {import('./shapes.js').Person} chosen */
function showHint(chosen) {
  byId('slt-hint', HTMLElement).textContent = chosen.slt
    ? 'Everyone in SLT sees this.'
    : 'You may look. The buttons are for SLT.';
}

function followNow() {
  stopFollowing();
  const who = { school: school.id, person };
  stopFollowing = follow(who, {
    onSchool: () => void learnSchool(),
    onItem: (item) => {
      const fresh = room.placeItem(item);
      if (fresh && caughtUp) markNew(item.pane);
      showFirstView();
    },
    onCaughtUp: () => {
      sayAway(false);
      if (!caughtUp) for (const pane of Object.values(room.panes)) pane.toNewest();
      caughtUp = true;
      showFirstView();
    },
    onAway: () => sayAway(true),
  });
}

/** The school file was read again: people and accounts may be others now. */
async function learnSchool() {
  const now = await askSchool(school.id, () => sayAway(true));
  if (JSON.stringify(now) === JSON.stringify(school)) return;
  if (now.id !== school.id) return location.reload();
  const before = school;
  school = now;
  document.title = `Bellbird playground · ${school.name}`;
  room.know(school);
  const chosen = showSchool(school);
  if (!chosen) return toast('The school’s list of people has changed, and you are not on it now.');
  showHint(chosen);
  if (JSON.stringify(before.accounts) !== JSON.stringify(school.accounts)) followNow();
}

startTheme(() => {
  room.redraw();
  form.redraw();
});
const showSchool = choosePerson(school, become);
startSlash(composer);
if (innerWidth >= WIDE) byId('line', HTMLTextAreaElement).focus();
addEventListener('beforeunload', (event) => {
  if (going.size > 0) event.preventDefault();
});
