/** Bodies that a school meets, and what a profile's link says of whose it is: known-bodies.yaml. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { LINK_KINDS, type LinkKind } from '../policy/audience-schema.ts';
import { type Likeness, likenessOf, plainHandle, type Shapes, shapesOf } from './handles.ts';

const Kind = z.enum(LINK_KINDS);
const Body = z.strictObject({
  name: z.string().min(1),
  handle: z
    .string()
    .regex(/^\w{1,15}$/)
    .optional(),
  kind: Kind,
  domain: z.string().optional(),
});
/** A body of the list; handle without its @. */
export type Body = z.infer<typeof Body>;

const file = z
  .strictObject({ bodies: z.array(Body).min(1), domains: z.record(z.string(), Kind) })
  .parse(parse(readFileSync(new URL('known-bodies.yaml', import.meta.url), 'utf8')));

const byHandle = new Map(
  file.bodies.flatMap((body) =>
    body.handle === undefined ? [] : [[body.handle.toLowerCase(), body] as const],
  ),
);
const byDomain = new Map(
  file.bodies.flatMap((body) => (body.domain === undefined ? [] : [[body.domain, body] as const])),
);
const wellKnown = shapesOf(
  file.bodies.flatMap(({ handle }) => (handle === undefined ? [] : [`@${handle}`])),
);

/** X's handles are letters, digits and underscores; any other sign in one is a disguise. */
const isWritten = (handle: string): boolean => /^@?\w+$/.test(handle);

/** The body whose own account this is, by its handle; null for any other. */
export function bodyOf(handle: string): Body | null {
  return isWritten(handle) ? (byHandle.get(plainHandle(handle)) ?? null) : null;
}

/** Words that stand in many names, and tell none from another. */
const COMMON =
  /^(?:the|national|royal|british|uk|trust|school|schools|association|society|museum|books?|children'?s?|education)$/;

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
const byName = new Map(file.bodies.map((body) => [lettersOf(body.name), body]));

/**
 * The handle of the body whose very name an account bears that is not its own, with its @; null for none. People
 * have namesakes, so an author's name says nothing.
 */
export function namedLike(name: string, handle: string): string | null {
  const body = byName.get(lettersOf(name));
  if (body?.handle === undefined || body.kind === 'author' || bodyOf(handle) !== null) return null;
  return `@${body.handle}`;
}

/**
 * Whether an account that has a body's handle shows it in another way too: by its name, or by a link to the body's
 * site. Handles change hands, and the list is from memory.
 */
export function bearsOut(body: Body, name: string, site: Site | null): boolean {
  if (site !== null && (site.body === body || site.kind === body.kind)) return true;
  const [own, shown] = [lettersOf(body.name), lettersOf(name)];
  if (shown.length > 2 && (own.includes(shown) || shown.includes(own))) return true;
  const initials = body.name.replace(/(?<!^)\b(?:of|for|the|and|in)\b/gi, '').match(/\b[A-Za-z]/g);
  if (shown.length > 1 && initials?.join('').toLowerCase() === shown) return true;
  const words = new Set(name.toLowerCase().split(/[^a-z']+/));
  return body.name
    .toLowerCase()
    .split(/[^a-z']+/)
    .some((word) => word.length > 2 && !COMMON.test(word) && words.has(word));
}

let registered: { of: readonly ReadonlySet<string>[]; shapes: Shapes } | null = null;

/** Handles that a school keeps, ready to be compared; made again only where the sets are others. */
function shapesOfSets(sets: readonly ReadonlySet<string>[]): Shapes {
  if (registered === null || sets.some((set, at) => set !== registered?.of[at]))
    registered = { of: sets, shapes: shapesOf(sets.flatMap((set) => [...set])) };
  return registered.shapes;
}

/** Whom this handle can be taken for: one of the school's own accounts, of its register, or a known body. */
export function takenFor(handle: string, ...kept: readonly ReadonlySet<string>[]): Likeness | null {
  const own = shapesOfSets(kept);
  const written = plainHandle(handle);
  if (isWritten(handle) && (own.handles.has(written) || bodyOf(handle) !== null)) return null;
  return likenessOf(handle, own) ?? likenessOf(handle, wellKnown);
}

/** Council sites stand on gov.uk beside the government's own. */
const COUNCIL =
  /(?:^|[.-])(?:\w*council\w*|\w+cc|\w*borough\w*)\.gov\.uk$|^(?!www\.)?[a-z-]+\.gov\.uk$/;
const NATIONAL =
  /^(?:www\.)?(?:gov|[a-z-]*education|service|[a-z-]*agency|parliament)\.?(?:service)?\.gov\.uk$|^(?:www\.)?gov\.uk$/;
const LONGEST_LINK = 300;

export type Site = { kind: LinkKind; body: Body | null; domain: string };

/** Whose a link is by its domain: a known body's, or of a kind that the domain's registry vouches for. Null where it says nothing. */
export function siteOf(link: string | null): Site | null {
  const found = /^(?:[a-z]+:\/\/)?([a-z0-9.-]{4,100})(?::\d+)?(\/[^\s?#]*)?/i.exec(
    (link ?? '').trim().slice(0, LONGEST_LINK),
  );
  const host = found?.[1]?.toLowerCase().replace(/^www\.|\.$/g, '') ?? '';
  if (!host.includes('.')) return null;
  const first = /^\/[a-z0-9-]+/i.exec(found?.[2] ?? '')?.[0]?.toLowerCase() ?? '';
  const parts = host.split('.');
  for (let from = 0; from < parts.length; from += 1) {
    const domain = parts.slice(from).join('.');
    const body = byDomain.get(domain + first) ?? byDomain.get(domain);
    if (body !== undefined) return { kind: body.kind, body, domain };
    const kind = file.domains[domain];
    if (kind === undefined) continue;
    const council = domain === 'gov.uk' && COUNCIL.test(host) && !NATIONAL.test(host);
    return { kind: council ? 'council' : kind, body: null, domain };
  }
  return null;
}
