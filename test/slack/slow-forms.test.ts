/** Forms that cannot be judged at once: Slack has its word first, and nothing that was typed is lost. */
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { now, only, POST, sends, sltCard } from './steps.ts';
import { openWorkspace, SLT, STAFF, type Workspace } from './workspace.ts';

const MINUTE = 60_000;
const NOTE = 'Say which class, please.';

/** What Slack was asked about people since so many calls. */
const asked = (at: Workspace, from: number) =>
  at.slack.calls
    .slice(from)
    .filter(({ method }) => /^(users|usergroups|conversations)\./.test(method));

/** Sends the form that is open, and waits for what comes of it after the acknowledgement. */
async function submits(at: Workspace) {
  await at.sam.submits();
  await at.slack.quiet(600);
  return at.sam.modal();
}

/** Sam asks for changes, and thinks about the note for a while. */
async function thinks(at: Workspace) {
  const card = await sends(at);
  await at.sam.presses('Ask for changes', card);
  await at.sam.fills({ note: NOTE });
  await at.passes(3 * MINUTE);
  return card;
}

describe('a note that took a while to write', () => {
  it('is acknowledged before Slack is asked who writes it, however slow that is', async () => {
    const at = await openWorkspace();
    const card = await thinks(at);
    const from = at.slack.calls.length;
    // Longer than Slack waits for an acknowledgement.
    at.slack.next('users.info', { hang: 3_500 });
    const modal = await submits(at);
    expect(asked(at, from)).toHaveLength(1);
    expect(modal?.text).toContain('you can close this');
    expect(at.sam.notices()).toEqual([]);
    expect(now(at.sam, card).buttons).toEqual([]);
    expect(at.amy.dm()[0]?.text).toContain(NOTE);
    expect(await at.close()).toEqual([]);
  });

  it('that is refused stands in the form again, with why, and can be sent once more', async () => {
    const at = await openWorkspace();
    await thinks(at);
    await at.passes(60 * MINUTE);
    at.slack.next('users.info', { status: 503 });
    const refused = await submits(at);
    expect(refused?.text).toContain('Slack does not say just now who you are');
    expect(Object.values(refused?.fields ?? {})).toEqual([NOTE]);
    at.slack.next('users.info', { status: 503 });
    const again = await submits(at);
    expect(again?.text.match(/does not say/g)).toHaveLength(1);
    await submits(at);
    expect(at.amy.dm()[0]?.text).toContain(NOTE);
    expect(await at.close()).toEqual([]);
  });

  it('whose form was closed meanwhile is refused beside it', async () => {
    const at = await openWorkspace();
    await thinks(at);
    await at.passes(60 * MINUTE);
    at.slack.next('users.info', { status: 503 });
    at.slack.next('views.update', { error: 'not_found' });
    await submits(at);
    const told = [...at.sam.sees(SLT), ...at.sam.dm()].filter((seen) =>
      seen.text.includes('who you are'),
    );
    expect(told).toHaveLength(1);
    expect(sltCard(at).buttons).toContain('Approve');
    expect(await at.close()).toEqual([]);
  });
});

describe('a note written at once', () => {
  it('is judged by what was learnt when its form was opened', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    await at.passes(3 * MINUTE);
    await at.sam.presses('Ask for changes', card);
    await at.sam.fills({ note: NOTE });
    const from = at.slack.calls.length;
    const { modal } = await at.sam.submits();
    expect(modal).toBeNull();
    expect(asked(at, from)).toEqual([]);
    expect(at.amy.dm()[0]?.text).toContain(NOTE);
    expect(await at.close()).toEqual([]);
  });
});

describe('a post that takes long to keep', () => {
  it('is not lost: Slack has its word within three seconds, and the card comes', async () => {
    let slow = false;
    const store = (own: Store): Store => ({
      ...own,
      transaction: async (work) => {
        if (slow) await new Promise((done) => setTimeout(done, 3_500));
        return own.transaction(work);
      },
    });
    const at = await openWorkspace({ instead: { store } });
    await at.amy.types('/tweet', { channel: STAFF });
    await at.amy.fills({ text: POST });
    slow = true;
    const sent = at.amy.submits();
    expect((await at.amy.awaits('One moment')).text).toContain('not lost');
    slow = false;
    await sent;
    await at.amy.awaits('you can close this');
    await at.slack.quiet();
    expect(only(at.amy.sees(STAFF)).text).toContain(POST);
    expect(at.amy.notices()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});
