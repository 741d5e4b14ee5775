/** The policy's agreement, met by somebody who has already typed a post. */
import { describe, expect, it } from 'vitest';
import { only, POST } from './steps.ts';
import { IN_SLACK, openWorkspace, STAFF } from './workspace.ts';

const FIELD = 'What would you like to post?';
const typed = { channel: STAFF };
const ACKNOWLEDGED = IN_SLACK.replace(
  'policy: standard',
  "policy: {extends: standard, agreement: {kind: acknowledged, says: ['I keep the password to myself'], countersigned_by: [], clauses: []}}",
);
const COUNTERSIGNED = IN_SLACK.replace('policy: standard', 'policy: sutton-manor');

describe('somebody who writes before they have agreed', () => {
  it('sees their words, reads the rules from there, and goes on with the same words', async () => {
    const at = await openWorkspace({ school: ACKNOWLEDGED });
    const first = only((await at.amy.types(`/tweet ${POST}`, typed)).messages);
    expect(first.text).toContain(POST);
    expect(first.text).toContain('/policy agree');
    const rules = only((await at.amy.presses('Read our rules', first)).messages);
    expect(rules.text).toContain('I keep the password to myself');
    const agreed = only(
      (await at.amy.presses('I have read this and will keep to it', rules)).messages,
    );
    const { modal } = await at.amy.presses('Go on with your post', agreed);
    expect(modal?.fields[FIELD]).toBe(POST);
    const card = only((await at.amy.submits()).messages);
    expect(card.text).toContain('Ready for SLT');
    expect(card.text).toContain(POST);
    expect(await at.close()).toEqual([]);
  });

  it('has nothing stored of those words', async () => {
    const at = await openWorkspace({ school: ACKNOWLEDGED });
    await at.amy.types(`/tweet ${POST}`, typed);
    expect(await at.events()).toEqual([]);
    await at.restart();
    const rules = only((await at.amy.types('/policy agree', typed)).messages);
    const agreed = only(
      (await at.amy.presses('I have read this and will keep to it', rules)).messages,
    );
    expect(agreed.buttons).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('keeps the words of a message taken up by Tweet this', async () => {
    const at = await openWorkspace({ school: ACKNOWLEDGED });
    at.slack.says('U0BEN', STAFF, 'The pond is open again.');
    const { modal, messages } = await at.amy.shortcut('Tweet this', 'The pond is open again.');
    expect(modal).toBeNull();
    expect(only(messages).text).toContain('The pond is open again.');
    expect(only(messages).buttons).toEqual(['Read our rules']);
    expect(await at.close()).toEqual([]);
  });

  it('may read the rules from their own page too', async () => {
    const at = await openWorkspace({ school: ACKNOWLEDGED });
    await at.amy.homeTab();
    await at.amy.presses('Write a post', 'home');
    const rules = (await at.amy.presses('Read our rules')).modal;
    expect(rules?.text).toContain('I keep the password to myself');
    const agreed = (await at.amy.presses('I have read this and will keep to it')).modal;
    expect(agreed?.text).toContain('this is settled');
    expect(await at.close()).toEqual([]);
  });
});

describe('somebody whose agreement waits for others', () => {
  it('sees their words and for whom it waits', async () => {
    const at = await openWorkspace({ school: COUNTERSIGNED });
    const rules = only((await at.amy.types('/policy agree', typed)).messages);
    await at.amy.presses('I sign this', rules);
    const waits = only((await at.amy.types(`/tweet ${POST}`, typed)).messages);
    expect(waits.text).toContain(POST);
    expect(waits.text).toContain('Jo Clarke');
    expect(waits.buttons).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});
