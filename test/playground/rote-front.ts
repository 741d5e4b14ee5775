/** A front that answers by rote, and like the real one acts once for each delivery and never throws. */
import type { Card } from '../../cards/model.ts';
import type { Answer, Front, Inbound } from '../../src/front/intent.ts';

/** The checklist of a post, with a question in it where `ask` is given. */
export function checklist(words: string | null, ask?: string): Card {
  return {
    title: ask ? 'Fine, with one thing to explain' : 'Ready for SLT',
    mark: ask ? 'ask' : 'ok',
    summary: `Your post: ${ask ?? 'ready for SLT'}`,
    parts: [
      {
        part: 'post',
        account: '@Lickey_Hills',
        name: 'Lickey Hills Primary School',
        words,
        count: `${words?.length ?? 0} of 280`,
      },
      ...(ask
        ? [
            {
              part: 'items' as const,
              items: [{ mark: 'ask' as const, text: ask, words: 'daffodils', small: 'Clause 4.2' }],
            },
            {
              part: 'field' as const,
              field: {
                field: 'text' as const,
                id: 'reason',
                label: 'Why it is right here',
                value: '',
                long: false,
                required: true,
              },
            },
          ]
        : []),
      { part: 'rows', rows: [{ label: 'Goes out', value: 'today 15:40' }] },
      {
        part: 'fold',
        label: '14 other rules are fine',
        parts: [{ part: 'text', text: 'No hashtag in the middle of a sentence.' }],
      },
    ],
    buttons: [
      button('send', 'Send to SLT', 'main', true),
      button('edit', 'Edit', 'plain', false),
      button('discard', 'Discard', 'danger', false),
    ],
  };
}

function button(
  action: Card['buttons'][number]['action'],
  label: string,
  look: 'main' | 'plain' | 'danger',
  takesFields: boolean,
): Card['buttons'][number] {
  return { action, label, draft: 'd1', revision: 1, look, takesFields };
}

/** What SLT sees of a post. */
export function approval(words: string): Card {
  const note = (label: string) => ({
    field: 'text' as const,
    id: 'note',
    label,
    value: '',
    long: true,
    required: true,
  });
  return {
    title: 'Amy Reid asks for your approval',
    mark: 'wait',
    summary: 'Amy Reid asks for your approval',
    parts: [
      {
        part: 'post',
        account: '@Lickey_Hills',
        name: 'Lickey Hills Primary School',
        words,
        count: `${words.length} of 280`,
      },
      { part: 'quote', who: 'Amy Reid', words: 'The parents planted them with us.' },
      { part: 'rows', rows: [{ label: 'Goes out', value: 'Mon 8:00' }] },
    ],
    buttons: [
      button('approve', 'Approve', 'main', false),
      {
        ...button('changes', 'Ask for changes', 'plain', true),
        asks: [note('What should change')],
      },
      { ...button('decline', 'Decline', 'danger', true), asks: [note('Why not')] },
    ],
  };
}

/** A short word. */
export function word(title: string, mark: Card['mark'] = 'ask'): Card {
  return { title, mark, summary: title, parts: [], buttons: [] };
}

/** The form of a post. */
export function form(text: string): Card {
  return {
    title: 'Write a post',
    summary: 'Write a post',
    parts: [
      {
        part: 'field',
        field: {
          field: 'text',
          id: 'text',
          label: 'Text',
          value: text,
          long: true,
          required: false,
        },
      },
      {
        part: 'field',
        field: {
          field: 'choice',
          id: 'occasion',
          label: 'Occasion',
          value: 'everyday',
          choices: [
            { value: 'everyday', label: 'Everyday' },
            { value: 'trip', label: 'A trip' },
          ],
        },
      },
      { part: 'field', field: { field: 'moment', id: 'when', label: 'When', date: '', time: '' } },
    ],
    buttons: [{ action: 'save', label: 'Check it', look: 'main', takesFields: true }],
  };
}

function answerTo({ intent }: Inbound): Answer {
  if (intent.kind === 'command') {
    if (intent.command === 'help') return { as: 'note', card: word('Type /tweet and your words.') };
    if (intent.command === 'policy') return { as: 'card', card: word('The rules on photos', 'ok') };
    if (intent.text === '') return { as: 'dialog', card: form('') };
    if (intent.text.includes('Zebedee')) return { as: 'card', card: checklist(null) };
    return {
      as: 'card',
      card: checklist(intent.text, intent.text.includes('?') ? 'Ask' : undefined),
    };
  }
  if (intent.action === 'edit') return { as: 'dialog', card: form('What I wrote before') };
  if (intent.action === 'save' && intent.fields.text === '') {
    return { as: 'note', card: word('There are no words in it yet.', 'stop') };
  }
  if (intent.action === 'save') return { as: 'card', card: checklist(intent.fields.text ?? '') };
  if (intent.action === 'approve')
    return { as: 'note', card: word('Only SLT may approve.', 'stop') };
  return { as: 'replace', card: word(`Done: ${intent.action}`, 'ok') };
}

/** `received` is what came in, without second deliveries; `hold` makes answers wait until it resolves. */
export function roteFront() {
  const received: Inbound[] = [];
  const answers = new Map<string, Answer>();
  const rote = { received, hold: Promise.resolve() as Promise<void> };
  const front: Front = {
    receive: async (inbound) => {
      const known = answers.get(inbound.delivery);
      if (known) return known;
      const answer = answerTo(inbound);
      answers.set(inbound.delivery, answer);
      received.push(inbound);
      await rote.hold;
      return answer;
    },
  };
  return Object.assign(rote, { front });
}
