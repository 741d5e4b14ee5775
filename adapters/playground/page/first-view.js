// @ts-check
/** What an empty chat shows: who is here, and three things to try. */
import { byId, el } from './el.js';

const TRIES = [
  {
    fill: '/tweet Year 4 planted 60 daffodils along the front path this morning. Come and see them in March.',
    label: 'Write a post',
    help: 'See it checked against the school’s own policy',
  },
  { fill: '/policy photos', label: 'Ask about photos', help: 'The rules in plain words' },
  { fill: '/help', label: 'See what Bellbird does', help: 'Everything you can type' },
];

/**
 * @param {(text: string) => void} fill puts a line into the input
 * @returns {{ show: (wanted: boolean) => void }}
 */
export function firstView(fill) {
  const log = byId('staff-log', HTMLElement);
  const tries = TRIES.map(({ fill: line, label, help }) => {
    const button = el(
      'button',
      { type: 'button', class: 'try' },
      el('strong', {}, label),
      el('span', {}, help),
    );
    button.addEventListener('click', () => fill(line));
    return button;
  });
  const view = el(
    'div',
    { class: 'first-view' },
    el('img', { src: '/playground/page/bellbird.svg', alt: '', width: 56, height: 56 }),
    el('h2', {}, 'Hello, I am Bellbird'),
    el(
      'p',
      {},
      'Type a post and I check it, ask SLT, and put it out at the right time. Three things to try:',
    ),
    ...tries,
  );
  return {
    show: (wanted) => {
      if (wanted && !view.isConnected) log.prepend(view);
      if (!wanted) view.remove();
    },
  };
}
