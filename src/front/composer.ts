/** The composer: opened blank or filled in, and read back. */
import { type ComposerValues, composerCard, wordsThatFit } from '../../cards/composer.ts';
import type { Item } from '../../cards/model.ts';
import { findingItem } from '../../cards/post.ts';
import { mayReword, mayStart } from '../desk/compose.ts';
import { viewOf } from '../desk/look.ts';
import type { Call } from '../desk/turn.ts';
import type { Wording } from '../desk/wording.ts';
import { type Result, refuse, type World } from '../desk/world.ts';
import { limitOf } from '../policy/check.ts';
import { weigh } from '../policy/tweet-text.ts';
import { OCCASIONS, type Occasion } from '../post/revision.ts';
import { localFields, momentFromLocal, wordsForHours } from '../school/moments.ts';
import { refusedPost } from './agreement.ts';
import type { Answer } from './intent.ts';

const WORDS_GONE =
  'The words named somebody, so they were not saved, and they are gone now. Please type them again, without the name.';

const CUT: Item = {
  mark: 'stop',
  word: 'Cut',
  text: 'Only the first 3,000 characters fit into this form. A post is far shorter.',
};
const BEGUN = {
  word: 'Not lost',
  text: 'You had begun these words and not sent them. Clear them to start afresh.',
};

type Filled = { values: ComposerValues; toPutRight: readonly Item[] };

/** The form of this school, filled in. */
function formOf(
  { school }: Call,
  draft: { id: string; revision: number } | null,
  { values, toPutRight }: Filled,
): Answer {
  const text = wordsThatFit(values.text);
  const hours = school.policy.posting_hours;
  const card = composerCard({
    accounts: school.accounts.map((account) => account.handle),
    purposes: school.policy.purposes,
    hints: school.policy.hints.map((hint) => hint.says),
    hours: hours ? wordsForHours(hours.open) : null,
    values: { ...values, text },
    toPutRight: text === values.text ? toPutRight : [CUT, ...toPutRight],
    // Of what stands in the form, whatever was asked to stand there.
    count: `${weigh(text)} of ${limitOf(school.policy)}`,
    ...(draft ? { draft: draft.id, revision: draft.revision } : {}),
  });
  return { as: 'dialog', card };
}

/** The form for a new post, or with a draft's words in it. */
export async function composer(
  world: World,
  call: Call,
  draft: { id: string; revision: number } | null,
  begun = '',
): Promise<Answer> {
  const { school } = call;
  const may = draft === null ? await mayStart(world, call) : { ok: true as const };
  if (!may.ok) return refusedPost(world, call, may, { text: begun });
  const before = draft && (await world.store.read.revision(school.id, draft.id, draft.revision));
  const when = before?.wanted
    ? localFields(before.wanted, school.timezone)
    : { date: '', time: '' };
  const unkept = draft && before?.text === '' ? world.unkept.find(draft.id, draft.revision) : null;
  const text = unkept?.text ?? before?.text ?? begun;
  const left = begun === '' ? world.begun.find({ ...call, draft }) : null;
  if (left !== null && left.text !== text) {
    const values = valuesIn(left);
    const toPutRight = [{ mark: 'wait' as const, ...BEGUN }];
    return formOf(call, draft, { values, toPutRight });
  }
  const values = {
    text,
    account: before?.account ?? school.accounts[0]?.handle ?? '',
    occasion: before?.occasion ?? ('everyday' as const),
    ...when,
  };
  const gone = before && text === '' ? [{ mark: 'stop' as const, text: WORDS_GONE }] : null;
  const toPutRight = gone ?? (await foundIn(world, call, draft)) ?? [];
  return formOf(call, draft, { values, toPutRight });
}

/**
 * What was found where a wording is stopped, gravest first: all of it, for whoever puts one thing right has
 * the words of the next before them too. Null where nothing stops it.
 */
async function foundIn(
  world: World,
  { school }: Call,
  draft: { id: string; revision: number } | null,
): Promise<Item[] | null> {
  const view =
    draft &&
    (await viewOf(world, school, draft.id, { revision: draft.revision, audience: 'author' }));
  if (view?.revision.verdict.outcome !== 'blocked') return null;
  const { number, text, verdict } = view.revision;
  // Its writer has the words before them: what is not stored may still be pointed at here.
  const said = world.unkept.find(view.draft.id, number) ?? { text, verdict };
  const seen = { ...view, revision: { ...view.revision, text: said.text } };
  const marks = { block: 'stop', review: 'ask' } as const;
  const items = said.verdict.findings.flatMap((finding) =>
    finding.severity === 'note'
      ? []
      : [findingItem(seen, finding, { mark: marks[finding.severity] })],
  );
  // A name that stands five times is one thing to put right.
  return [...new Map(items.map((item) => [`${item.text} ${item.words}`, item])).values()];
}

function valuesIn(fields: Record<string, string>): ComposerValues {
  return {
    text: fields.text ?? '',
    account: fields.account ?? '',
    occasion: OCCASIONS.find((each) => each === fields.occasion) ?? 'everyday',
    date: fields['when-date'] ?? '',
    time: fields['when-time'] ?? '',
  };
}

/** The form as it is being filled in, with how long the post is by now. Nothing is stored or judged; it is remembered for a while. */
export async function counted(
  world: World,
  call: Call,
  draft: { id: string; revision: number } | null,
  fields: Record<string, string>,
): Promise<Answer> {
  const values = valuesIn(fields);
  world.begun.hold({ ...call, draft }, fields);
  const may = draft === null ? null : await mayReword(world, call, draft.id);
  const toPutRight = (may?.ok && (await foundIn(world, call, draft))) || [];
  return formOf(call, draft, { values, toPutRight });
}

/** The form once more where what was typed in it is stopped, with what to put right first; else null. */
export async function stopped(
  world: World,
  call: Call,
  id: string,
  fields: Record<string, string>,
): Promise<Answer | null> {
  const draft = await world.store.read.draft(call.school.id, id);
  const at = draft && { id, revision: draft.revision };
  const toPutRight = await foundIn(world, call, at);
  if (toPutRight === null) return null;
  const values = valuesIn(fields);
  return formOf(call, at, { values, toPutRight });
}

/** Reads the form back. */
export function readComposer(
  call: Call,
  fields: Record<string, string>,
): Result<{ wording: Wording }> {
  const occasion = (fields.occasion ?? 'everyday') as Occasion;
  if (!OCCASIONS.includes(occasion)) {
    return refuse(
      `"${occasion}" is not an occasion. Choose one of: ${OCCASIONS.join(', ')}.`,
      'occasion',
    );
  }
  const [date, time] = [fields['when-date'] ?? '', fields['when-time'] ?? ''];
  let wanted: number | null = null;
  if (date !== '' || time !== '') {
    const moment = momentFromLocal(date, time, call.school.timezone);
    if (!moment.ok) return refuse(moment.says, `when-${moment.of}`);
    wanted = moment.at;
  }
  return {
    ok: true,
    wording: { text: fields.text ?? '', account: fields.account || null, occasion, wanted },
  };
}
