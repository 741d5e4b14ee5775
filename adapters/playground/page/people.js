// @ts-check
/** The switch for who you are. The address keeps it, so that two windows can be two people. */
import { byId, el } from './el.js';

/** @typedef {import('./shapes.js').Person} Person */

/**
 * Fills the switch and calls back with the person, now and at each change.
 * @param {readonly Person[]} people
 * @param {(person: Person) => void} onChoose
 */
export function choosePerson(people, onChoose) {
  const select = byId('person', HTMLSelectElement);
  select.append(
    ...people.map(({ id, name, roles }) => el('option', { value: id }, `${name}, ${roles}`)),
  );
  const asked = new URLSearchParams(location.search).get('as');
  const start = people.find(({ id }) => id === asked) ?? people[0];
  if (!start) return;
  select.value = start.id;
  select.addEventListener('change', () => {
    const chosen = people.find(({ id }) => id === select.value);
    if (!chosen) return;
    history.replaceState(null, '', `?as=${encodeURIComponent(chosen.id)}`);
    onChoose(chosen);
  });
  onChoose(start);
}
