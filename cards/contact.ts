/** Where people write who want an answer, for nobody gets one on the platform; and words that say so on a profile. */
import type { Card, Item, Part } from './model.ts';

/** X takes 160 characters in a bio (help.x.com, "How to customize your profile"). */
const LONGEST_BIO = 160;

export type ContactView = {
  accounts: readonly string[];
  office: string;
  /** The policy's own clauses on answering nobody; empty where it is silent. */
  clauses: readonly { id: string; says: string }[];
};

/** Words for the bio of a profile, at most 160 characters. */
export function bioText(office: string): string {
  const words = [
    `We share news here and answer no replies or messages. Please write to our office: ${office}`,
    `No replies or messages are answered here. Write to ${office}`,
  ];
  const fits = words.find((each) => each.length <= LONGEST_BIO);
  return fits ?? 'No replies or messages are answered here. Please write to our school office.';
}

const FLOOR =
  'Bellbird answers nobody, at any school: it has no way to reply or to send a message.';

/** The clauses by which nobody is answered; where the policy has none, the product's floor. */
export function noAnswerItems(clauses: ContactView['clauses']): Item[] {
  const floor: Item = { mark: 'ok', word: 'Always', text: FLOOR };
  return [
    ...clauses.map(({ id, says }): Item => ({ mark: 'ok', word: id, text: says })),
    ...(clauses.length === 0 ? [floor] : []),
  ];
}

/** The card of `/policy contact`. */
export function contactCard({ accounts, office, clauses }: ContactView): Card {
  const title = 'Where to write to us';
  const bio: Part[] = [
    { part: 'text', text: 'For the profile', look: 'strong' },
    {
      part: 'text',
      text: `Whoever runs the profile may copy this into its bio, so that people know: it fits the ${LONGEST_BIO} characters there are.`,
    },
    { part: 'quote', who: accounts.join(', '), words: bioText(office) },
  ];
  return {
    title,
    parts: [
      {
        part: 'text',
        text: 'A reply or a message on the platform gets no answer. Whoever wants one writes to the office.',
      },
      { part: 'rows', rows: [{ label: 'Office', value: office }] },
      { part: 'items', items: noAnswerItems(clauses) },
      ...bio,
    ],
    buttons: [],
    summary: `${title}: ${office}`,
  };
}

/** What somebody is told who asks for a reply to be sent. */
export function noReplyCard({ office, clauses }: ContactView): Card {
  const title = 'Bellbird answers nobody';
  return {
    title,
    mark: 'stop',
    parts: [
      {
        part: 'text',
        text: `It cannot reply, like, quote or send a message: nothing was sent. If they need an answer, the office gives it: ${office}.`,
      },
      { part: 'items', items: noAnswerItems(clauses) },
      {
        part: 'text',
        text: 'What you want everybody to know can be a post of its own: /tweet and your words. What somebody wrote about us SLT find under /desk mentions.',
        look: 'small',
      },
    ],
    buttons: [],
    summary: title,
  };
}
