/** A post by somebody else that names our account. It is read, sorted and shown; it is never answered. */
import type { Profile } from './profile.ts';

export type Mention = {
  /** The outlet's own id. */
  id: string;
  url: string;
  author: Profile;
  /** Typed by a stranger, to be shown as typed; entities unescaped, links expanded. */
  text: string;
  /** Epoch ms. */
  at: number;
  /** The post of ours it answers, by id; null for one that stands by itself. */
  answers: string | null;
  /** Photos, films and the like that it carries. */
  media: number;
  /** Hidden below ours already, where the outlet says so: X does not. */
  hidden: boolean;
};
