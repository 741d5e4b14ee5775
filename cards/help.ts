/** What people can type. */
import type { Card, Part } from './model.ts';

const FOR_ALL = [
  { label: '/tweet', value: 'write a post; with words after it, they are checked at once' },
  { label: '/tweet status', value: 'your posts and how they stand' },
  { label: '/tweet queue', value: 'what waits for SLT or for its time' },
  { label: '/tweet withdraw', value: 'take back a post that is not out yet' },
  { label: '/policy', value: 'our rules; add a topic or words, such as /policy photos' },
  { label: '/policy agree', value: 'what you agree to before your first post' },
  { label: '/help', value: 'this card' },
];

const FOR_SLT = [
  { label: '/desk', value: 'what waits for SLT' },
  { label: '/desk pause', value: 'hold every post; add why in a few words' },
  { label: '/desk resume', value: 'let posts go out again' },
];

export type HelpView = {
  schoolName: string;
  /** Whether the person who asks is of SLT. */
  slt: boolean;
  /** Where to write with questions. */
  contact: string;
};

/** The help card; SLT see their own commands too. */
export function helpCard(view: HelpView): Card {
  const about = `Bellbird checks a post against our policy, asks SLT, and puts it out for ${view.schoolName} at the right time. Nothing goes out without their word.`;
  const slt: Part[] = [
    { part: 'text', text: 'For SLT', look: 'strong' },
    { part: 'rows', rows: FOR_SLT },
  ];
  return {
    title: 'What you can type',
    parts: [
      { part: 'text', text: about },
      { part: 'rows', rows: FOR_ALL },
      ...(view.slt ? slt : []),
      { part: 'rows', rows: [{ label: 'Questions', value: view.contact }] },
    ],
    buttons: [],
    summary: 'What you can type',
  };
}
