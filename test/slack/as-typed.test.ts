/** What people type is shown as they typed it, wherever it is shown, and calls nobody. */
import { expect, it } from 'vitest';
import { now, only, sends, sltCard, writes } from './steps.ts';
import { openWorkspace, STAFF } from './workspace.ts';

const TYPED =
  'Fun *bold* _it_ ~no~ `code` 😄 <!channel> <@U0JO> <https://evil.example|bank> &amp; & <b>';

it.each([
  TYPED,
  '<!here> <!subteam^S0SLT>',
  '```all```',
  '> quoted',
  '&lt;!channel&gt;',
  '<#C0SLT|slt>',
])('in a post: %s', async (words) => {
  const at = await openWorkspace();
  const card = await writes(at.amy, words);
  expect(card.text).toContain(words);
  const { modal } = await at.amy.presses('Edit', card);
  expect(Object.values(modal?.fields ?? {})).toContain(words);
  await at.amy.submits();
  const saved = now(at.amy, card);
  expect(saved.text).toContain(words);
  const explain = Object.keys(saved.fields).filter((label) => label.startsWith('Why it is'));
  await at.amy.fills(
    { ticked: true, ...Object.fromEntries(explain.map((label) => [label, words])) },
    saved,
  );
  if (saved.buttons.includes('Send to SLT')) {
    await at.amy.presses('Send to SLT', saved);
    expect(sltCard(at).text).toContain(words);
    expect(only(at.amy.dm()).text).toContain(words);
  }
  expect((await at.jo.homeTab()).home?.text ?? '').toContain('Larkfield');
  expect((await at.amy.homeTab()).home?.text).toContain(words.slice(0, 60));
  expect(at.slack.pings.filter((ping) => !ping.includes('Amy Reid'))).toEqual([]);
  expect(await at.close()).toEqual([]);
});

it('in a note, a reason, and why posting is paused', async () => {
  const at = await openWorkspace();
  const card = await sends(at);
  await at.sam.presses('Ask for changes', card);
  await at.sam.fills({ note: TYPED });
  await at.sam.submits();
  expect(sltCard(at).text).toContain(TYPED);
  expect(at.amy.dm()[0]?.text).toContain(TYPED);
  const desk = only((await at.sam.types('/desk', { channel: STAFF })).messages);
  await at.sam.presses('Pause posting', desk);
  await at.sam.fills({ why: TYPED });
  await at.sam.submits();
  for (const seen of [at.sam.sees(STAFF)[0], (await at.jo.homeTab()).home]) {
    expect(seen?.text).toContain(TYPED);
  }
  expect(at.slack.pings.filter((ping) => !ping.includes('Amy Reid'))).toEqual([]);
  expect(await at.close()).toEqual([]);
});

it('in a search of the rules', async () => {
  const at = await openWorkspace();
  const card = only((await at.amy.types(`/policy ${TYPED}`, { channel: STAFF })).messages);
  expect(card.text).toContain(TYPED);
  expect(at.slack.pings).toEqual([]);
  expect(await at.close()).toEqual([]);
});

it('in the line that a notification shows', async () => {
  const at = await openWorkspace();
  await sends(at, 'Fun *bold* for <!channel> & 😄 all');
  await at.sam.presses('Decline', sltCard(at));
  await at.sam.fills({ reason: '<!channel> *no*' });
  await at.sam.submits();
  for (const { method, args } of at.slack.calls) {
    if (!method.startsWith('chat.')) continue;
    expect(String(args.mrkdwn)).toBe('false');
    expect(String(args.text)).not.toMatch(/<[!@#h]/);
  }
  expect(await at.close()).toEqual([]);
});
