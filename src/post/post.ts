/** A post: what an outlet took of a draft, and when Bellbird looks at it again. */
import { createHash } from 'node:crypto';

export type Post = {
  school: string;
  account: string;
  /** The outlet's id of it as it was published. */
  id: string;
  /** The outlet's id of the version readers see: another where it was edited since. */
  version: string;
  draft: string;
  /** Hash of its words as the outlet showed them last. The words themselves may have come to name a pupil. */
  shown: string;
  /** How often it was looked at. */
  looks: number;
  /** When it is looked at next, epoch ms; null once nobody looks any more. */
  nextLook: number | null;
  /** When it was first not found, epoch ms; null while it stands. One miss may be the outlet's own delay. */
  missedAt: number | null;
};

/** The hash by which words that were shown are known again: SHA-256 in hex over their NFC form. */
export function shownHash(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('hex');
}
