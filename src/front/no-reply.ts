/** Nobody is answered: where people write instead, and what a teacher is told who asks for an answer (ST-12, LH-15, IR-04, SM-20). */
import { type ContactView, contactCard, noReplyCard } from '../../cards/contact.ts';
import type { Call } from '../desk/turn.ts';
import { clauseInForce } from '../policy/coverage.ts';
import type { Answer } from './intent.ts';

/** What in a clause's `by` holds that nobody is answered. */
const HELD_BY = ['no-replies-or-messages', 'rule:reply'];

const POLITE = `(?:please |kindly |(?:can|could|would|will) you )*`;
const ANSWERS = `(?:reply|respond|answer)(?: back)?(?: to)?`;
const WHAT_THEY_WROTE = `(?:tweet|post|message|comment|mention|dm|one|person|parent)s?`;
const SHAPES: readonly RegExp[] = [
  // "reply to @x thanks", "answer https://…".
  new RegExp(String.raw`^${POLITE}${ANSWERS} (?:@\w|https?://)`, 'iu'),
  // "answer this", "reply to this tweet: …"; "Answer this riddle" is a post.
  new RegExp(
    String.raw`^${POLITE}${ANSWERS} (?:this|that|it|them|him|her|these|those|the|their|his)(?: ${WHAT_THEY_WROTE})?(?:(?: (?:for me|for us|please|now))*[\s:,.!?]*$|[:,]? (?:by )?(?:@\w|https?://)|:)`,
    'iu',
  ),
  new RegExp(
    String.raw`^${POLITE}${ANSWERS} (?:this|that|the|their|his|her) ${WHAT_THEY_WROTE}\b`,
    'iu',
  ),
  new RegExp(
    String.raw`^${POLITE}(?:(?:dm|direct message|message) @\w|(?:retweet|quote|like) https?://)`,
    'iu',
  ),
  // A command as it is typed; a post of our own begins with a capital ("Reply slips by Friday").
  /^(?:reply|respond)\b/u,
  /^(?:reply|respond|answer)$/iu,
];
/** Somebody's post at X or at the timeline. */
const SOMEBODYS_POST = /https?:\/\/\S+\/(?:status|timeline)\/\S+/iu;
const ASKS = /\b(?:answer|reply|respond)(?: back)?(?: to)?\b/iu;

/** A line is read this far. */
const LONGEST = 500;

/** True where somebody asks for an answer to be sent to somebody, rather than for a post. */
export function asksForReply(line: string): boolean {
  const words = line.slice(0, LONGEST).trim().replace(/^\//, '').replace(/\s+/gu, ' ');
  if (SHAPES.some((shape) => shape.test(words))) return true;
  const [link] = SOMEBODYS_POST.exec(words) ?? [];
  return link !== undefined && ASKS.test(words.replace(link, ' '));
}

function contactView({ school }: Pick<Call, 'school'>): ContactView {
  const { policy, office, accounts } = school;
  const clauses = policy.clauses.filter(({ by }) => by.some((each) => HELD_BY.includes(each)));
  return {
    accounts: accounts.map(({ handle }) => handle),
    office,
    clauses: clauses.map((clause) => ({ id: clause.id, says: clauseInForce(policy, clause) })),
  };
}

/** Where people write who want an answer. */
export function contactAnswer(call: Call): Answer {
  return { as: 'card', card: contactCard(contactView(call)) };
}

/** Why nothing is answered, by the school's own policy. */
export function noReplyAnswer(call: Call): Answer {
  return { as: 'note', card: noReplyCard(contactView(call)) };
}
