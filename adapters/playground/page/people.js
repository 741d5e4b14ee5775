// @ts-check
/** The switches for the school and for who you are. The address keeps both, so that two windows can be two people. */
import { byId, el } from './el.js';

/** @typedef {import('./shapes.js').Person} Person */
/** @typedef {import('./shapes.js').School} School */

/** The school the address asks for, null where it asks for none. */
export function askedSchool() {
  return new URLSearchParams(location.search).get('school');
}

/** @param {School} school @param {string} person */
function addressOf(school, person) {
  const several = school.schools.length > 1;
  return `?${new URLSearchParams({ ...(several ? { school: school.id } : {}), as: person })}`;
}

/**
 * Shows the school's name, or a choice where there are several; another school is another page.
 * @param {School} school
 */
function showSchool({ id, name, schools }) {
  const place = byId('school', HTMLElement);
  if (schools.length < 2) return place.replaceChildren(name);
  const select = el('select', { id: 'school-choice', autocomplete: 'off', 'aria-label': 'School' });
  select.append(...schools.map((each) => el('option', { value: each.id }, each.name)));
  select.value = id;
  select.addEventListener('change', () => {
    location.search = `?${new URLSearchParams({ school: select.value })}`;
  });
  place.replaceChildren(select);
}

/**
 * Fills the switches and calls back with the person, now and at each change.
 * @param {School} first
 * @param {(person: Person) => void} onChoose
 * @returns {(school: School) => Person | null} shows the school as it is now, and gives the person chosen, null
 *   where that one is no longer there
 */
export function choosePerson(first, onChoose) {
  const select = byId('person', HTMLSelectElement);
  let school = first;
  /** @param {string} id */
  const find = (id) => school.people.find((person) => person.id === id) ?? null;
  /** @param {School} now */
  const show = (now) => {
    const chosen = select.value;
    school = now;
    showSchool(now);
    select.replaceChildren(
      ...now.people.map(({ id, name, roles }) => el('option', { value: id }, `${name}, ${roles}`)),
    );
    if (find(chosen)) select.value = chosen;
    return find(chosen);
  };
  show(first);
  const asked = find(new URLSearchParams(location.search).get('as') ?? '');
  if (asked) select.value = asked.id;
  const choose = () => {
    const chosen = find(select.value);
    if (!chosen) return;
    history.replaceState(null, '', addressOf(school, chosen.id));
    onChoose(chosen);
  };
  select.addEventListener('change', choose);
  const start = find(select.value);
  if (start) onChoose(start);
  return (now) => {
    const chosen = show(now);
    if (!chosen) choose();
    return chosen;
  };
}
