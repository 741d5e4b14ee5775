/** A draft: what one member of staff wants to post, through all its revisions. */
import type { State } from './lifecycle.ts';

export type Draft = {
  /** Opaque and unguessable. */
  id: string;
  school: string;
  /** Small number people can say: "post 12". From 1 in each school. */
  number: number;
  /** Person id. */
  author: string;
  state: State;
  /** The revision in force. */
  revision: number;
  account: string;
  /** When it goes out, epoch ms; set while scheduled, kept afterwards. */
  slot: number | null;
  /** When SLT was asked, epoch ms; null while with the author. */
  submittedAt: number | null;
  createdAt: number;
  updatedAt: number;
  /** Where readers see it, once published. */
  url: string | null;
  publishedAt: number | null;
  /** One sentence on why it is where it is: the refusal, the note, the fault. Never a pupil's name. */
  note: string | null;
};
