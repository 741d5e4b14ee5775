/** The page each person has in Bellbird's own tab. */
import { hand, home, type Line, ownDelivery } from './line.ts';
import { refusedCard } from './members.ts';
import { slackFault } from './web.ts';
import type { Who } from './who.ts';

/** Draws somebody's page as it is now. A page that could not be drawn is drawn when it is opened again. */
export async function showHome(line: Line, who: Who, user: string): Promise<void> {
  const intent = { kind: 'command' as const, command: 'home' as const, text: '' };
  const refused = who.person === null ? null : await line.members.check(user);
  const card = refused
    ? refusedCard(refused)
    : (await hand(line, who, { delivery: ownDelivery() }, intent)).card;
  try {
    await line.web.views.publish({ user_id: user, view: home(who.school, card) });
  } catch (error) {
    const why = slackFault(error, 'Drawing a page').message;
    line.log.warn({ why }, 'a page could not be drawn');
  }
}
