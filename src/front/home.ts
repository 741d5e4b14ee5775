/** A person's own page: what waits for them, their posts, and for heads and governors the record. */
import { homeCard } from '../../cards/home.ts';
import { statusOf } from '../desk/look.ts';
import { recordOf } from '../desk/record.ts';
import type { Call } from '../desk/turn.ts';
import type { World } from '../desk/world.ts';
import { RULE_NAMES } from '../policy/rule.ts';
import { meaningOf } from '../policy/rules/index.ts';
import { hasRole, mayDraft } from '../school/people.ts';
import { deskViewOf } from './desk-card.ts';
import { dutiesFor } from './duties.ts';
import type { Answer } from './intent.ts';

/** The page has the button. */
const NONE_YET = 'You have no posts yet. Press Write a post to start one.';

/** The page of the person who asks. */
export async function homeAnswer(world: World, call: Call): Promise<Answer> {
  const { school, person } = call;
  const now = world.clock.now();
  const { policy } = school;
  const writes = mayDraft(school, person, now).ok;
  const card = homeCard({
    now,
    timezone: school.timezone,
    schoolName: school.name,
    mine: writes ? { ...(await statusOf(world, school, person)), empty: NONE_YET } : null,
    desk: await deskViewOf(world, call),
    duties: await dutiesFor(world, call),
    record: hasRole(person, ['head', 'governor']) ? await recordOf(world, school) : null,
    rules: RULE_NAMES.filter((name) => policy.rules[name].severity !== 'off').map((name) =>
      meaningOf(policy, name),
    ),
  });
  return { as: 'card', card };
}
