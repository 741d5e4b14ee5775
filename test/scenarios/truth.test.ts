/** What a card says is so: whose yes it has, who may open it, what is still there, and by what name deciders go. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  buttonOf,
  eventually,
  HILLS,
  labels,
  MINUTE,
  NO_FAULTS,
  openSchool,
  ROLL,
  SCHOOL,
  type SchoolAtWork,
  type Shown,
  ticks,
} from './staffroom.ts';

let school: SchoolAtWork;
afterEach(() => school.close());

const WORDS = 'Year 5 have built bridges that carry a bag of sugar.';

/** Everything on a person's page, as the server tells it. */
async function pageOf(person: string): Promise<string> {
  const leave = new AbortController();
  const url = `${school.url}/playground/events?school=larkfield&as=${person}`;
  const answer = await fetch(url, { signal: leave.signal });
  let told = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    told += decoder.decode(chunk as Uint8Array, { stream: true });
    if (told.includes('event: ready')) break;
  }
  leave.abort();
  return told;
}

describe('an urgent post, which takes two of SLT', () => {
  async function asked(): Promise<{ author: Shown; slt: Shown }> {
    school = await openSchool();
    const form = await school.amy.types('/tweet');
    expect(form.as).toBe('dialog');
    const text = 'School is closed today: the boiler has burst.';
    const written = await school.amy.touches(
      null,
      { action: 'save' },
      { text, occasion: 'urgent' },
    );
    if (!written.shown) throw new Error(written.text);
    const sent = await school.amy.presses('Send to SLT', written.shown, ticks(written.shown));
    if (!sent.shown) throw new Error(sent.text);
    return { author: sent.shown, slt: await school.sltCard('boiler', 'Approve') };
  }

  it('is not offered for approval to the one who has approved it, and still to the others', async () => {
    const { slt } = await asked();
    expect(await pageOf('sam-obi')).toContain('"Approve"');
    await school.sam.presses('Approve', slt);
    const half = await school.says(slt, '1 of 2 so far (Sam Obi)');
    expect(half.text).toContain('Lee Park or Jo Clarke can decide.');
    const sams = await pageOf('sam-obi');
    expect(sams).toContain('You have approved it; one more is needed.');
    expect(sams).not.toContain('"Approve"');
    expect(sams).toContain('"Decline"');
    const lees = await pageOf('lee-park');
    expect(lees).toContain('"Approve"');
    expect(lees).not.toContain('You have approved it');
    const again = await school.sam.presses('Approve', half);
    expect(again.text).toContain('You have approved this wording already; one more is needed');
    expect(again.text).toContain('Lee Park or Jo Clarke');
  });

  it('bears the names of both when it is approved', async () => {
    const { author, slt } = await asked();
    await school.world.store.transaction((tx) =>
      tx
        .lockDesk('larkfield')
        .then(() => tx.setPaused('larkfield', { by: 'jo-clarke', at: school.now, why: '' })),
    );
    await school.sam.presses('Approve', slt);
    await school.passes(MINUTE);
    await school.lee.presses('Approve', await school.says(slt, '1 of 2'));
    await school.says(author, 'Approved by Sam Obi and Lee Park');
  });
});

describe('what waits', () => {
  it('has a way in for those who may open it, and for nobody else', async () => {
    school = await openSchool();
    await school.sent(WORDS);
    for (const [person, opens] of [
      [school.gus, false],
      [school.ben, false],
      [school.amy, true],
      [school.jo, true],
    ] as const) {
      const queue = await person.types('/tweet queue');
      expect(queue.text).toContain('Year 5 have built');
      expect(queue.text.includes('[Open post 1]')).toBe(opens);
    }
  });
});

describe('words that were not saved because they name a pupil', () => {
  async function typed(text: string): Promise<Shown> {
    school = await openSchool({ school: HILLS, instead: { grammar: NO_FAULTS } });
    await school.amy.touches(null, { action: 'agree' });
    const { shown } = await school.amy.types(`/tweet ${text}`);
    if (!shown) throw new Error('no card');
    return shown;
  }
  const PAINTING = 'Come and see Zuzanna’s painting in the hall. It is gr8.';
  const GONE = 'they are gone now';

  it('wait for their author till a time the card names; each button says what it does', async () => {
    const card = await typed(PAINTING);
    expect(card.text).toContain('They wait for you until today 10:30');
    expect(card.text).toContain('[Say “a Year 2 painting”]');
    expect(card.text).toContain('[Change to “great”]');
    const fixed = await school.amy.presses('Say “a Year 2 painting”', card);
    expect(fixed.text).toContain('Come and see a Year 2 painting in the hall. It is gr8.');
  });

  it('are promised no longer once the half hour is over', async () => {
    const card = await typed(PAINTING);
    await school.passes(29 * MINUTE);
    expect((await school.again(card)).text).not.toContain(GONE);
    await school.passes(1 * MINUTE);
    const gone = await school.says(card, GONE);
    expect(gone.text).not.toContain('[Say');
    const form = await school.amy.presses('Edit', gone);
    expect(form.text).toContain('Please type them again, without the name.');
  });

  it('are promised no longer after a restart', async () => {
    const card = await typed(PAINTING);
    await school.restart();
    const gone = await school.says(card, GONE);
    expect(gone.text).not.toContain('[Say');
    expect(labels(gone)).toEqual(['Edit', 'Discard']);
  });

  it('cannot be sent, whatever the press says', async () => {
    const card = await typed(PAINTING);
    const send = { ...buttonOf(card, 'Edit'), action: 'send' as const };
    const forced = await school.amy.touches(card, send, ticks(card));
    expect(forced.as).toBe('note');
    expect(await school.events()).not.toContain('draft.submitted');
  });
});

describe('a school run by its head and IT lead', () => {
  it('never hears of SLT, in help, on cards or in refusals', async () => {
    school = await openSchool({
      school: SCHOOL.replace('policy: standard', 'policy: hutton-rudby')
        .replace(
          '{name: Ben Shah, roles: [teacher, nominated]}',
          '{name: Ben Shah, roles: [it-lead]}',
        )
        .replace('by: [slt]', 'by: [head, it-lead]'),
    });
    await school.ben.touches(null, { action: 'agree' });
    await school.jo.touches(null, { action: 'countersign', item: 'ben-shah' });
    await school.jo.touches(null, { action: 'approve-account', item: '@Larkfield' });
    const { author, slt } = await school.sent(WORDS, { by: school.ben });
    const said = [
      (await school.ben.types('/help')).text,
      (await school.jo.types('/help')).text,
      author.text,
      slt.text,
      (await school.ben.types('/tweet queue')).text,
      (await school.jo.types('/desk')).text,
    ];
    await school.jo.presses('Ask for changes', slt, { note: 'Which hall?' });
    const edit = { ...buttonOf(slt, 'Edit') };
    said.push((await school.jo.touches(slt, edit)).text);
    said.push((await school.jo.touches(slt, { ...edit, action: 'approve' })).text);
    said.push((await school.says(author, 'Which hall?')).text);
    for (const words of said) expect(words).not.toContain('SLT');
    expect(said[1]).toContain('what waits for the head or the IT lead');
  });
});

describe('a school that is added while Bellbird runs', () => {
  const HILL = SCHOOL.replaceAll('larkfield', 'hill')
    .replaceAll('Larkfield', 'Hill')
    .replace('roll: roll.csv', 'roll: hill.csv');
  let folder: string;

  async function opened(): Promise<void> {
    folder = mkdtempSync(join(tmpdir(), 'bellbird-schools-'));
    writeFileSync(join(folder, 'larkfield.yaml'), SCHOOL);
    writeFileSync(join(folder, 'roll.csv'), ROLL);
    school = await openSchool({ env: { BELLBIRD_SCHOOL: folder } });
  }
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has its roll read in before anybody there can write a post', async () => {
    await opened();
    writeFileSync(join(folder, 'hill.csv'), ROLL.replaceAll('Josh', 'Wilhelmina'));
    writeFileSync(join(folder, 'hill.yaml'), HILL);
    await eventually(async () => school.world.schools.has('hill'), 'the new school');
    const desk = await school.world.store.read.desk('hill');
    expect(desk.rollVersion).toBe(1);
    const answer = await fetch(`${school.url}/playground/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        school: 'hill',
        as: 'amy-reid',
        delivery: 'delivery-hill',
        text: '/tweet Wilhelmina made the cover for our book.',
      }),
    });
    expect(await answer.text()).toContain('A pupil on our roll is named here');
  });

  it('is not taken in with a roll that cannot be read, and SLT elsewhere is told where to look', async () => {
    await opened();
    writeFileSync(join(folder, 'hill.csv'), ROLL.replace('yes,no,yes', 'yes,perhaps,yes'));
    writeFileSync(join(folder, 'hill.yaml'), HILL);
    const told = await school.sltCard('The school file has a fault');
    expect(told.text).toContain('hill.csv');
    expect(told.text).not.toContain('Josh');
    expect(school.world.schools.has('hill')).toBe(false);
  });
});
