/** The composer: opened blank or filled in, and read back. */
import { composerCard } from '../../cards/composer.ts';
import { mayStart } from '../desk/compose.ts';
import type { Call } from '../desk/turn.ts';
import type { Wording } from '../desk/wording.ts';
import { type Result, refuse, type World } from '../desk/world.ts';
import { OCCASIONS, type Occasion } from '../post/revision.ts';
import { localFields, momentFromLocal, wordsForHours } from '../school/moments.ts';
import { refusal } from './commands.ts';
import type { Answer } from './intent.ts';

/** The form for a new post, or with a draft's words in it. */
export async function composer(
  world: World,
  call: Call,
  draft: { id: string; revision: number } | null,
): Promise<Answer> {
  const { school } = call;
  const may = draft === null ? await mayStart(world, call) : { ok: true as const };
  if (!may.ok) return refusal(may);
  const before = draft && (await world.store.read.revision(school.id, draft.id, draft.revision));
  const when = before?.wanted
    ? localFields(before.wanted, school.timezone)
    : { date: '', time: '' };
  const hours = school.policy.posting_hours;
  const card = composerCard({
    accounts: school.accounts.map((account) => account.handle),
    purposes: school.policy.purposes,
    hints: school.policy.hints.map((hint) => hint.says),
    hours: hours ? wordsForHours(hours.open) : null,
    values: {
      text:
        before?.text === '' && draft
          ? (world.unkept.find(draft.id, draft.revision)?.text ?? '')
          : (before?.text ?? ''),
      account: before?.account ?? school.accounts[0]?.handle ?? '',
      occasion: before?.occasion ?? 'everyday',
      ...when,
    },
    ...(draft ? { draft: draft.id, revision: draft.revision } : {}),
  });
  return { as: 'dialog', card };
}

/** Reads the form back. */
export function readComposer(
  call: Call,
  fields: Record<string, string>,
): Result<{ wording: Wording }> {
  const occasion = (fields.occasion ?? 'everyday') as Occasion;
  if (!OCCASIONS.includes(occasion)) {
    return refuse(`"${occasion}" is not an occasion. Choose one of: ${OCCASIONS.join(', ')}.`);
  }
  const [date, time] = [fields['when-date'] ?? '', fields['when-time'] ?? ''];
  let wanted: number | null = null;
  if (date !== '' || time !== '') {
    const moment = momentFromLocal(date, time, call.school.timezone);
    if (!moment.ok) return moment;
    wanted = moment.at;
  }
  return {
    ok: true,
    wording: { text: fields.text ?? '', account: fields.account || null, occasion, wanted },
  };
}
