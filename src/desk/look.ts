/** Reading the desk: one draft as people see it, and lists of drafts. Never changes anything. */

import { clauseInForce } from '../policy/coverage.ts';
import type { Verdict } from '../policy/rule.ts';
import { meaningOf } from '../policy/rules/index.ts';
import type { Reader } from '../ports/store.ts';
import type { Draft } from '../post/draft.ts';
import type { State } from '../post/lifecycle.ts';
import type { Revision } from '../post/revision.ts';
import { wordsForHours } from '../school/moments.ts';
import { deciders, type Person } from '../school/people.ts';
import { whoDecides } from '../school/rights.ts';
import type { School } from '../school/school.ts';
import { accountStands } from './account.ts';
import { enoughDeciders } from './approval.ts';
import { awaitsOf } from './awaits.ts';
import type { Audience } from './copies.ts';
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

/** Why sending would be refused whatever the words, so that nobody ticks and explains in vain. */
async function whyNotSent(
  world: World,
  school: School,
  author: Person,
  revision: Revision,
): Promise<string | null> {
  const account = await accountStands(world.store.read, school, revision.account);
  if (!account.ok) return account.says;
  return enoughDeciders(school, { author: author.id }, revision)?.says ?? null;
}

/** SLT sees what it was asked about, never a wording its author has not sent. */
async function lastAsked(reader: Reader, draft: Draft): Promise<number> {
  for (let number = draft.revision; number > 1; number -= 1) {
    if (await reader.approval(draft.school, draft.id, number)) return number;
  }
  return 1;
}

export type Look = {
  audience: Audience /** An earlier wording instead of the one in force. */;
  revision?: number;
};

/** One draft as its author or SLT may see it, all of it read now; null where the school has no such draft. */
export async function viewOf(
  world: World,
  school: School,
  id: string,
  { audience, revision: earlier }: Look,
): Promise<DraftView | null> {
  const reader = world.store.read;
  const draft = await reader.draft(school.id, id);
  if (!draft) return null;
  const inForce = audience === 'author' ? draft.revision : await lastAsked(reader, draft);
  const number = earlier ?? inForce;
  const revision = await reader.revision(school.id, draft.id, number);
  if (!revision) return null;
  const { policy } = school;
  const now = world.clock.now();
  const named = new Map(school.people.map((person) => [person.id, person.name]));
  const author = school.people.find((person) => person.id === draft.author);
  const found = new Set(revision.verdict.findings.flatMap((finding) => finding.clauses));
  const said = policy.clauses.filter(({ id }) => found.has(id));
  const account = school.accounts.find((each) => each.handle === draft.account);
  const outlet = world.outlets.get(account?.outlet ?? '');
  const asked = draft.state !== 'drafted' || number !== draft.revision || audience === 'slt';
  const decisions = asked ? await reader.decisions(school.id, draft.id, number) : [];
  const out = [draft.author, revision.editor, ...decisions.map((decision) => decision.by)];
  return {
    now,
    timezone: school.timezone,
    schoolName: account?.name ?? school.name,
    draft,
    revision: { ...revision, verdict: timely(school, revision, now) },
    policy: { name: policy.policy, title: policy.title, version: policy.version },
    names: Object.fromEntries(named),
    clauses: Object.fromEntries([
      // A verdict may be older than the policy: a clause that is gone stands by its id.
      ...Array.from(found, (clause) => [clause, clause]),
      ...said.map((clause) => [clause.id, clauseInForce(policy, clause)]),
    ]),
    fine: revision.verdict.passed.map((rule) => meaningOf(policy, rule)),
    heldUntil: revision.text === '' ? (world.unkept.find(draft.id, number)?.until ?? null) : null,
    pending: (revision.verdict.pending ?? []).length > 0 ? ['spelling and grammar'] : [],
    statements: author ? statementsFor(school, author, now) : policy.statements,
    hours: policy.posting_hours ? wordsForHours(policy.posting_hours.open) : null,
    outlet: outlet ? { name: outlet.name, page: outlet.page(draft.account) } : null,
    price: outlet?.price(revision.text) ?? null,
    approval: asked ? await reader.approval(school.id, draft.id, number) : null,
    decisions,
    barred:
      draft.state === 'drafted' && author
        ? await whyNotSent(world, school, author, revision)
        : null,
    deciders: deciders(school, out).map((person) => person.name),
    whoDecides: whoDecides(school),
    removes: audience === 'slt' || deciders(school, []).some(({ id }) => id === draft.author),
    paused: (await reader.desk(school.id)).paused,
  };
}

async function rowsOf(
  world: World,
  school: School,
  reader: Person,
  drafts: readonly Draft[],
): Promise<ListView['rows']> {
  const decides = deciders(school, []).some((person) => person.id === reader.id);
  const named = new Map(school.people.map((person) => [person.id, person.name]));
  return Promise.all(
    drafts.map(async (draft) => {
      const revision = await world.store.read.revision(school.id, draft.id, draft.revision);
      const opens = decides || draft.author === reader.id;
      const awaits = opens ? await awaitsOf(world, school, reader, draft, revision) : null;
      const words = [...(revision?.text ?? '')];
      const cut = words.length > EXCERPT ? `${words.slice(0, EXCERPT).join('')}…` : words.join('');
      return {
        draft,
        words: cut,
        author: named.get(draft.author) ?? 'someone no longer on the list',
        opens,
        ...(awaits === null ? {} : { awaits }),
      };
    }),
  );
}

async function listOf(
  world: World,
  school: School,
  reader: Person,
  drafts: readonly Draft[],
  says: { title: string; empty: string; total: number },
): Promise<ListView> {
  const shown = drafts.slice(0, PAGE);
  const { title, empty, total } = says;
  return {
    now: world.clock.now(),
    timezone: school.timezone,
    title,
    empty,
    paused: (await world.store.read.desk(school.id)).paused !== null,
    whoDecides: whoDecides(school),
    rows: await rowsOf(world, school, reader, shown),
    more: Math.max(0, total - shown.length),
  };
}

/** The newest drafts of one person that are not over, and the last ones that are. */
export async function statusOf(world: World, school: School, person: Person): Promise<ListView> {
  const { read } = world.store;
  const open = await read.draftsOf(school.id, person.id, OPEN, PAGE);
  const over = await read.draftsOf(
    school.id,
    person.id,
    ['published', 'declined', 'withdrawn', 'expired', 'removed'],
    3,
  );
  const says = {
    title: 'Your posts',
    empty: 'You have no posts yet. Type /tweet and your words to start one.',
    total: await read.howMany(school.id, OPEN, person.id),
  };
  const list = await listOf(world, school, person, open, says);
  return { ...list, rows: [...list.rows, ...(await rowsOf(world, school, person, over))] };
}

/** What waits in the school, as this person may see it: for a decision first, then by slot. */
export async function queueOf(world: World, school: School, person: Person): Promise<ListView> {
  const { read } = world.store;
  const asked = await read.draftsIn(school.id, ['submitted'], PAGE);
  const due = await read.draftsIn(
    school.id,
    WAITING.filter((state) => state !== 'submitted'),
    PAGE,
  );
  return listOf(world, school, person, [...asked, ...due], {
    title: 'What is waiting',
    empty: 'Nothing is waiting: no post asks for a decision and none waits for its slot.',
    total: await read.howMany(school.id, WAITING),
  });
}

const WITHDRAWABLE: readonly State[] = [
  'drafted',
  'submitted',
  'changes-asked',
  'approved',
  'scheduled',
  'refused',
];

/** What waits for a decision, longest first. */
export async function undecided(world: World, school: School, person: Person): Promise<ListView> {
  const { read } = world.store;
  const asked = await read.draftsIn(school.id, ['submitted'], PAGE);
  return listOf(world, school, person, asked, {
    title: 'What waits for a decision',
    empty: 'Nothing waits for a decision, so nobody is reminded.',
    total: await read.howMany(school.id, ['submitted']),
  });
}

/** What this person could withdraw of their own now, newest first. */
export async function withdrawable(
  world: World,
  school: School,
  person: Person,
): Promise<ListView> {
  const { read } = world.store;
  const own = await read.draftsOf(school.id, person.id, WITHDRAWABLE, PAGE);
  return listOf(world, school, person, own, {
    title: 'Which one would you like to withdraw?',
    empty: 'You have nothing to withdraw.',
    total: await read.howMany(school.id, WITHDRAWABLE, person.id),
  });
}
