import { afterEach, expect, test } from 'vitest';
import { openWorkspace, SLT, STAFF, type Workspace } from './workspace.ts';

let at: Workspace;
afterEach(async () => expect(await at.close()).toEqual([]));

const WORDS = 'Year 4 built a marble run from cardboard.';

test.each(['http', 'socket'] as const)(
  'a post goes from typing to the timeline by %s',
  async (by) => {
    at = await openWorkspace({ by });
    const typed = await at.amy.types(`/tweet ${WORDS}`, { channel: STAFF });
    const [checklist] = typed.messages;
    await at.amy.fills({ ticked: true }, checklist);
    await at.amy.presses('Send to SLT', checklist);
    await at.sam.presses('Approve', at.sam.sees(SLT).at(-1));
    expect(await at.timeline()).toEqual([WORDS]);
    expect(at.amy.dm()[0]?.text).toContain('Published today 10:00');
  },
);
