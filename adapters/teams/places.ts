/** Putting cards where they belong in Teams. */
import type { Card } from '../../cards/model.ts';
import type { Answer } from '../../src/front/intent.ts';
import { putUp } from '../../src/front/put-up.ts';
import type { School } from '../../src/school/school.ts';
import { cardMessage, type Line } from './line.ts';
import { refOf, type Spot } from './refs.ts';

function tenantOf(school: School): string {
  if (school.teams === null) throw new Error(`${school.name} is not in Teams`);
  return school.teams.tenant;
}

/** So many of the last cards are known by what they say. */
const KNOWN = 2_000;

function stood({ stands }: Line, spot: Spot, card: Card): void {
  const ref = refOf(spot);
  stands.delete(ref);
  stands.set(ref, JSON.stringify(card));
  for (const oldest of stands.keys()) {
    if (stands.size <= KNOWN) break;
    stands.delete(oldest);
  }
}

/** True where this very card was the last that this process put there. */
export function standsAlready({ stands }: Line, spot: Spot, card: Card): boolean {
  return stands.get(refOf(spot)) === JSON.stringify(card);
}

/** Puts a card in the place of one that stands. False where it is gone. Throws where Teams did not take it. */
export async function put(line: Line, school: School, spot: Spot, card: Card): Promise<boolean> {
  const url = await line.known.serviceOf(tenantOf(school));
  const { conversation, activity } = spot;
  const taken = await line.service.update(url, conversation, activity, cardMessage(card));
  if (taken) stood(line, spot, card);
  return taken;
}

/** Puts up an answer that replaces a card. False where that card is gone. */
export function replaced(line: Line, school: School, spot: Spot, answer: Answer): Promise<boolean> {
  return putUp(answer, (card) => put(line, school, spot, card));
}

/** What begins the chat with one person, or finds the one there is. Nothing is shown to them by it. */
export function personal(appId: string, tenant: string, person: string) {
  return {
    isGroup: false,
    bot: { id: `28:${appId}`, name: 'Bellbird' },
    members: [{ id: person, name: '' }],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  };
}

/** The chat with one person, begun where there is none yet. */
export async function chatWith(line: Line, school: School, person: string): Promise<string> {
  const known = await line.known.chatWith(person);
  if (known !== null) return known;
  const tenant = tenantOf(school);
  const service = await line.known.serviceOf(tenant);
  const chat = await line.service.begin(service, personal(line.appId, tenant, person));
  await line.known.meet({ tenant, service, person, chat });
  return chat;
}

/** Sends a card to one person, by their Entra object id. */
export async function direct(
  line: Line,
  school: School,
  person: string,
  card: Card,
): Promise<Spot> {
  const conversation = await chatWith(line, school, person);
  const url = await line.known.serviceOf(tenantOf(school));
  const activity = await line.service.send(url, conversation, cardMessage(card));
  stood(line, { conversation, activity }, card);
  return { conversation, activity };
}

/**
 * Posts a card to the SLT channel, as a post of its own. Where Teams' answer is cut off the outbox posts another:
 * the service gives the id, takes no key by which a second call is known for the first, and has no call that reads
 * back what was posted (Microsoft, "Bot Connector API reference", conversation operations: getting conversations
 * is for Direct Line and Web Chat alone). Microsoft Graph could read it, with the right to read all that anybody
 * writes in the team, which is too much to ask for. So the card may stand twice; the one nobody remembers is
 * answered by the store when it is pressed, and follows its draft from then on.
 */
export async function toSlt(line: Line, school: School, card: Card): Promise<Spot> {
  const tenant = tenantOf(school);
  const url = await line.known.serviceOf(tenant);
  const channel = school.teams?.sltChannel ?? '';
  const conversation = await line.service.begin(url, {
    isGroup: true,
    bot: { id: `28:${line.appId}`, name: 'Bellbird' },
    tenantId: tenant,
    channelData: { channel: { id: channel }, tenant: { id: tenant } },
    activity: cardMessage(card) as never,
  });
  // A post in a channel is a conversation of its own, named by its first message (Microsoft, "Channel conversations").
  const activity = /;messageid=(.+)$/.exec(conversation)?.[1];
  if (activity === undefined) throw new Error('Posting a card: Teams named no message.');
  stood(line, { conversation, activity }, card);
  return { conversation, activity };
}
