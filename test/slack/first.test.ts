import { afterEach, expect, test } from 'vitest';
import { openWorkspace, STAFF, type Workspace } from './workspace.ts';

let at: Workspace;
afterEach(async () => {
  const f = await at.close();
  
  expect(f).toEqual([]);
});
const W = 'Year 4 built a marble run from cardboard.';
test.each(['http', 'socket'] as const)('from typing to the timeline by %s', async (by) => {
  at = await openWorkspace({ by });
  const a = await at.amy.types('/tweet ' + W, { channel: STAFF });
  
    'TYPED',
    a.messages.map((m) => m.text + '\n   buttons ' + m.buttons.map((b) => b.label)),
    a.notices,
  );
  const f = await at.amy.fills({ ticked: true } as never, a.messages[0]);
  const s = await at.amy.presses('Send to SLT', a.messages[0]);
  
    'SENT',
    s.messages.map((m) => m.text),
    s.notices,
  );
  const slt = at.sam.sees('C0SLT');
  
    'SLT',
    slt.map((m) => m.text),
  );
  const d = await at.sam.presses('Approve', slt.at(-1));
  
    'APPROVED',
    d.messages.map((m) => m.text),
    d.notices,
  );
  await at.passes(1000);
  
    'AMY',
    at.amy.sees().map((m) => m.channel + ': ' + m.text),
  );
  
  const c = await at.amy.types('/tweet', { channel: STAFF });
  
  const h = await at.jo.homeTab();
  
});
