/** One setting of the environment, judged: what it comes to, and what is wrong with it in words. */
import { BlockList, isIP } from 'node:net';

/** The value to go on with, and a sentence for each fault. */
export type Told<Value> = { value: Value; faults: string[] };

/** The environment with what is not set left out. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const fine = <Value>(value: Value): Told<Value> => ({ value, faults: [] });

/** A fault of the variable `name`: the value seen, and the values allowed. */
export const fault = (name: string, seen: string, allowed: string): string =>
  `${name}: saw ${seen}. Allowed: ${allowed}.`;

/** A value that is no secret, in quotes and cut to sixty characters. */
export const quoted = (value: string): string =>
  JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** True for 127.0.0.0/8, ::1 and localhost: nobody but this machine can reach them. */
export function isLoopback(host: string): boolean {
  const kind = isIP(host);
  if (kind === 0) return host.toLowerCase() === 'localhost';
  return LOOPBACK.check(host, kind === 4 ? 'ipv4' : 'ipv6');
}

/** The address of a platform's API; null is the platform itself. Tokens go there, so never over plain http to elsewhere. */
export function apiUrlOf(name: string, given: string | undefined): Told<string | null> {
  if (given === undefined) return fine(null);
  const url = URL.canParse(given) ? new URL(given) : null;
  const bare = url?.hostname.replace(/^\[(.*)\]$/, '$1') ?? '';
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(bare))) {
    return fine(given);
  }
  const seen = url === null ? 'no URL' : quoted(`${url.protocol}//${url.host}`);
  const allowed = 'a URL with https://, or with http:// on this machine only';
  return { value: null, faults: [fault(name, seen, allowed)] };
}
