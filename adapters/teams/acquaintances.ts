/**
 * Whom Bellbird can write to: for each person the chat they have with it, and for each tenant the address of
 * its Teams service. Kept on the shelf, for Teams gives them only with what people send; for each app by itself, for
 * another app has other chats, and one without an id is answered by a program on this machine.
 */
import type { Shelf } from '../../src/ports/shelf.ts';

/** Teams' own address where no tenant has said another yet (Microsoft, "Send proactive messages"). */
export const SERVICE = 'https://smba.trafficmanager.net/teams/';

export type Acquaintances = {
  /** Where this tenant's service is. Throws a sentence where nothing is known of it. */
  serviceOf: (tenant: string) => Promise<string>;
  /** The chat Bellbird has with a person, by Entra object id; null where there is none yet. */
  chatWith: (person: string) => Promise<string | null>;
  meet: (seen: {
    tenant: string;
    service: string;
    person?: string;
    chat?: string;
  }) => Promise<void>;
};

/** `first` is where a tenant's service is taken to be before anybody has written from there; null: nowhere. */
export function acquaintances(shelf: Shelf, appId: string, first: string | null): Acquaintances {
  const [services, chats] = [`teams:services:${appId}`, `teams:chats:${appId}`] as const;
  const cache = new Map<string, string>();
  const read = async (topic: string, key: string): Promise<string | null> => {
    const known = cache.get(`${topic}/${key}`);
    if (known !== undefined) return known;
    const kept = (await shelf.get(topic, key))?.value;
    if (typeof kept !== 'string') return null;
    cache.set(`${topic}/${key}`, kept);
    return kept;
  };
  const keep = async (topic: string, key: string, value: string): Promise<void> => {
    if ((await read(topic, key)) === value) return;
    await shelf.put(topic, key, value);
    cache.set(`${topic}/${key}`, value);
  };
  return {
    serviceOf: async (tenant) => {
      const url = (await read(services, tenant.toLowerCase())) ?? first;
      if (url === null) throw new Error('Nobody of this tenant has written from Teams yet.');
      return url;
    },
    chatWith: (person) => read(chats, person.toLowerCase()),
    meet: async ({ tenant, service, person, chat }) => {
      await keep(services, tenant.toLowerCase(), service);
      if (person && chat) await keep(chats, person.toLowerCase(), chat);
    },
  };
}
