/** The tenant of the fake's own tests: four people, a team of staff, a team of SLT, and cards to send. */
import type { TeamsOptions } from './world.ts';

export const AMY = 'a0000000-0000-4000-8000-00000000a3e1';
export const SAM = 'a0000000-0000-4000-8000-000000005a30';
export const JO = 'a0000000-0000-4000-8000-0000000000c1';
export const GUS = 'a0000000-0000-4000-8000-000000006051';

export const STAFF = '19:staff@thread.tacv2';
export const STAFF_ROOM = '19:staff-room@thread.tacv2';
export const LEADERS = '19:leaders@thread.tacv2';
export const SLT = '19:slt@thread.tacv2';
export const ELSEWHERE = '19:elsewhere@thread.tacv2';

export const LARKFIELD: TeamsOptions = {
  people: {
    [AMY]: 'Amy Reid',
    [SAM]: 'Sam Obi',
    [JO]: 'Jo Clarke',
    [GUS]: { name: 'Gus Hay', role: 'guest', installed: false },
  },
  teams: {
    [STAFF]: {
      name: 'Staff',
      members: [AMY, SAM, JO],
      channels: { [STAFF]: 'General', [STAFF_ROOM]: 'Staff room' },
    },
    [LEADERS]: {
      name: 'SLT',
      members: [SAM, JO],
      channels: { [LEADERS]: 'General', [SLT]: 'Posts' },
    },
    [ELSEWHERE]: {
      name: 'Elsewhere',
      members: [AMY],
      channels: { [ELSEWHERE]: 'General' },
      bot: false,
    },
  },
  extensions: { Tweet: 'tweet' },
};

type Part = Record<string, unknown>;

export const words = (text: string): Part => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text }],
});

export const field = (id: string, label: string, more: Part = {}): Part => ({
  type: 'Input.Text',
  id,
  label,
  ...more,
});

export const execute = (title: string, verb = title.toLowerCase(), more: Part = {}): Part => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { action: verb },
  ...more,
});

export const submit = (title: string, data: Part = {}, more: Part = {}): Part => ({
  type: 'Action.Submit',
  title,
  data,
  ...more,
});

export const asksDialog = (title: string, data: Part = {}): Part =>
  submit(title, { ...data, msteams: { type: 'task/fetch' } });

export const cardOf = (body: Part[], actions: Part[] = [], more: Part = {}): Part => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
  ...more,
});

/** A card as an attachment of an activity. */
export const attached = (card: Part) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
});

/** A message with a card and no words. */
export const message = (card: Part) => ({ type: 'message', attachments: [attached(card)] });

/** What an app answers to be shown a dialog. */
export const dialog = (title: string, card: Part) => ({
  task: { type: 'continue', value: { title, card: attached(card) } },
});

/** What an app answers to a press: a card in place of the one pressed, or a note. */
export const inPlace = (card: Part) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});
export const note = (value: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});
