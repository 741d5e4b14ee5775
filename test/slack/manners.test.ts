/** What Slack has beyond the other chats: its own question before a press, and its own ways in. */
import { describe, expect, it } from 'vitest';
import { thing, things } from '../fakes/slack/json.ts';
import type { Seen } from '../fakes/slack/slack.ts';
import { now, only, POST, writes } from './steps.ts';
import { openWorkspace, STAFF, type Workspace } from './workspace.ts';

const typed = { channel: STAFF };

/** What Slack asks before it hands on the press of a button, by the button's label. */
function questions(at: Workspace, { ts }: Seen): Record<string, unknown> {
  const message = at.slack.world.messages.find((each) => each.ts === ts);
  const buttons = (message?.blocks ?? []).flatMap((block) => [
    ...things(block.elements),
    ...(block.accessory === undefined ? [] : [thing(block.accessory)]),
  ]);
  const asked = buttons.filter(({ confirm }) => confirm !== undefined);
  return Object.fromEntries(
    asked.map((each) => [thing(each.text).text, thing(thing(each.confirm).title).text]),
  );
}

describe('a press that cannot be taken back', () => {
  it('is asked about by Slack first, and a draft never sent is then discarded', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy);
    expect(questions(at, card)).toEqual({ Discard: 'Discard?' });
    await at.amy.presses('Discard', card);
    const text = now(at.amy, card).text;
    expect(text).toContain('⏹️ Discarded');
    expect(text).not.toContain('⏳');
    expect(await at.close()).toEqual([]);
  });

  it('is so of Withdraw on a card, and in the list it is chosen from', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy);
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    const own = only(at.amy.dm());
    expect(questions(at, own)).toEqual({ Withdraw: 'Withdraw?' });
    await writes(at.amy, 'Year 5 planted beans.');
    const list = only((await at.amy.types('/tweet withdraw', typed)).messages);
    expect(Object.values(questions(at, list)).sort()).toEqual([
      'Withdraw post 1?',
      'Withdraw post 2?',
    ]);
    const gone = await at.amy.presses('Withdraw post 1', list);
    expect(gone.messages.map((seen) => seen.text).join()).toContain('⏹️ Withdrawn');
    expect(await at.close()).toEqual([]);
  });
});

describe('help in Slack', () => {
  it('tells of every way in, and that threads take no commands', async () => {
    const at = await openWorkspace();
    const { text } = only((await at.sam.types('/bellbird', typed)).messages);
    for (const said of ['/bellbird', 'Tweet this', 'Home', 'Messages', 'Threads', '/desk queue']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('/desk reminders');
    const others = only((await at.amy.types('/bellbird help', typed)).messages);
    expect(others.text).not.toContain('/desk');
    expect(await at.close()).toEqual([]);
  });

  it('behind Bellbird’s own name the other commands are themselves', async () => {
    const at = await openWorkspace();
    const card = only((await at.amy.types(`/bellbird tweet ${POST}`, typed)).messages);
    expect(card.text).toContain(POST);
    expect(card.buttons).toContain('Send to SLT');
    const rules = only((await at.amy.types('/bellbird policy photos', typed)).messages);
    expect(rules.text).toContain('What our policy says');
    expect((await at.amy.types('/bellbird tweet', typed)).modal).not.toBeNull();
    expect(await at.close()).toEqual([]);
  });
});

describe('the own page', () => {
  it('of somebody without posts says which button starts one', async () => {
    const at = await openWorkspace();
    const { home } = await at.amy.homeTab();
    expect(home?.text).toContain('Press Write a post to start one.');
    expect(await at.close()).toEqual([]);
  });

  it('says of a post whose words were not kept why they are not shown', async () => {
    const at = await openWorkspace();
    await writes(at.amy, 'Well done Josh Bellweather of Year 4.');
    const { home } = await at.amy.homeTab();
    expect(home?.text).toContain('words not shown: they named a pupil');
    expect(home?.text).not.toContain('Bellweather');
    expect(await at.close()).toEqual([]);
  });
});
