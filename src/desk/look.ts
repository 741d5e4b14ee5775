/** Reading the desk: one draft as people see it, and lists of drafts. Never changes anything. */
import type { Verdict } from '../policy/rule.ts';
import { meaningOf } from '../policy/rules/index.ts';
import type { Reader } from '../ports/store.ts';
import type { Draft } from '../post/draft.ts';
import type { State } from '../post/lifecycle.ts';
import type { Revision } from '../post/revision.ts';
import { wordsForHours } from '../school/moments.ts';
import { deciders, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { statementsFor } from './judge.ts';
import { slotFor } from './schedule.ts';
import type { DraftView, ListView } from './view.ts';
import type { World } from './world.ts';

const PAGE = 10;
/** Words of a post in a list are cut to this many characters. */
const EXCERPT = 90;

/** States in which a draft waits for somebody or something. */
export const WAITING: readonly State[] = [
  'submitted',
  'approved',
  'scheduled',
  'publishing',
  'unconfirmed',
];
const OPEN: readonly State[] = ['drafted', 'changes-asked', 'refused', ...WAITING];

/** The verdict with the slot as it is now: time has passed since the wording was judged. */
function timely(school: School, revision: Revision, now: number): Verdict {
  const slot = slotFor(school, revision, now);
  const asked = Math.max(now, revision.wanted ?? now);
  return { ...revision.verdict, slot, held: slot === null || slot > asked };
}

/** One draft, all of it read now; null where the school has no such draft. */
export async function viewOf(
  world: World,
  school: School,
  id: string,
  reader: Reader = world.store.read,
): Promise<DraftView | null> {
  const draft = await reader.draft(school.id, id);
  const revision = draft && (await reader.revision(school.id, draft.id, draft.revision));
  if (!draft || !revision) return null;
  const { policy } = school;
  const now = world.clock.now();
  const named = new Map(school.people.map((person) => [person.id, person.name]));
  const author = school.people.find((person) => person.id === draft.author);
  const said = new Map(policy.clauses.map((clause) => [clause.id, clause.says]));
  const clauses = revision.verdict.findings.flatMap((finding) => finding.clauses);
  const account = school.accounts.find((each) => each.handle === draft.account);
  const asked = draft.state !== 'drafted';
  return {
    now,
    timezone: school.timezone,
    schoolName: account?.name ?? school.name,
    draft,
    revision: { ...revision, verdict: timely(school, revision, now) },
    policy: { name: policy.policy, title: policy.title, version: policy.version },
    names: Object.fromEntries(named),
    clauses: Object.fromEntries(clauses.map((clause) => [clause, said.get(clause) ?? clause])),
    fine: revision.verdict.passed.map((rule) => meaningOf(policy, rule)),
    unjudged: revision.verdict.unjudged.map((rule) => meaningOf(policy, rule)),
    statements: author ? statementsFor(school, author, now) : policy.statements,
    hours: policy.posting_hours ? wordsForHours(policy.posting_hours.open) : null,
    price: world.outlets.get(account?.outlet ?? '')?.price(revision.text) ?? null,
    approval: asked ? await reader.approval(school.id, draft.id, draft.revision) : null,
    decisions: asked ? await reader.decisions(school.id, draft.id, draft.revision) : [],
    deciders: deciders(school, [draft.author, revision.editor]).map((person) => person.name),
    paused: (await reader.desk(school.id)).paused,
  };
}

async function rowsOf(
  world: World,
  school: School,
  drafts: readonly Draft[],
): Promise<ListView['rows']> {
  const named = new Map(school.people.map((person) => [person.id, person.name]));
  return Promise.all(
    drafts.map(async (draft) => {
      const revision = await world.store.read.revision(school.id, draft.id, draft.revision);
      const words = [...(revision?.text ?? '')];
      const cut = words.length > EXCERPT ? `${words.slice(0, EXCERPT).join('')}…` : words.join('');
      return { draft, words: cut, author: named.get(draft.author) ?? draft.author };
    }),
  );
}

async function listOf(
  world: World,
  school: School,
  drafts: readonly Draft[],
  says: { title: string; empty: string },
): Promise<ListView> {
  const shown = drafts.slice(0, PAGE);
  return {
    now: world.clock.now(),
    timezone: school.timezone,
    ...says,
    rows: await rowsOf(world, school, shown),
    more: drafts.length - shown.length,
  };
}

/** The newest drafts of one person that are not over, and the last ones that are. */
export async function statusOf(world: World, school: School, person: Person): Promise<ListView> {
  const { read } = world.store;
  const open = await read.draftsOf(school.id, person.id, OPEN, PAGE + 1);
  const over = await read.draftsOf(
    school.id,
    person.id,
    ['published', 'declined', 'withdrawn', 'expired'],
    3,
  );
  const says = {
    title: 'Your posts',
    empty: 'You have no posts yet. Type /tweet and your words to start one.',
  };
  const list = await listOf(world, school, open, says);
  return { ...list, rows: [...list.rows, ...(await rowsOf(world, school, over))] };
}

/** What waits in the school: for a decision first, then by slot. */
export async function queueOf(world: World, school: School): Promise<ListView> {
  const { read } = world.store;
  const asked = await read.draftsIn(school.id, ['submitted'], 51);
  const due = await read.draftsIn(
    school.id,
    WAITING.filter((state) => state !== 'submitted'),
    51,
  );
  return listOf(world, school, [...asked, ...due], {
    title: 'What is waiting',
    empty: 'Nothing is waiting: no post asks for a decision and none waits for its slot.',
  });
}

/** Drafts this person could withdraw now, newest first. */
export function withdrawable(world: World, school: School, person: Person): Promise<Draft[]> {
  const states: State[] = [
    'drafted',
    'submitted',
    'changes-asked',
    'approved',
    'scheduled',
    'refused',
  ];
  return world.store.read.draftsOf(school.id, person.id, states, PAGE);
}
