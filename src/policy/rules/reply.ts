import { z } from 'zod';
import type { Facts, Rule, Seen, Span } from '../rule.ts';
import { capped } from '../tweet-text.ts';

/** X makes a post that opens with an @handle a reply; spaces and unseen characters before it change nothing. */
const OPENING = /^[\s\p{Default_Ignorable_Code_Point}]*([@＠][A-Za-z0-9_]+)/u;

/**
 * A link to one post, which X shows as a quote of it. Group 1 is the account, where the link says it. It begins
 * at the start of a word, where alone X links; looking for it from every letter of a long word takes long.
 */
const POST_LINK =
  /(?<![\w.-])(?:https?:\/\/)?(?:[a-z]+\.)?(?:x|twitter|fxtwitter|vxtwitter|fixupx|nitter)\.(?:com|net)\/(?:#!\/)?(?:i\/(?:web\/)?|([a-z0-9_]{1,20})\/)status(?:es)?\/\d+/giu;

/** Something somebody posted, said so that letters "in the post" and goal posts are not meant. */
const THEIR_POST = [
  '(?:(?:quote[- ])?tweets?|retweets?|tweeted|mentions|threads?|dms?|direct messages?)\\b',
  "(?:our|your|their|his|her|this|that|last|latest|earlier|previous|recent|(?:yesterday|today|[\\w-]+)['’]s)(?: [\\w-]+){0,2} posts?\\b(?!-| office| box| code| card| room)",
  '(?:the|our|your|their|those) (?:[\\w-]+ )?(?:comments|replies)(?! (?:book|slip|card|form|box|sheet)s?)\\b',
].join('|');
const ONLINE = `(?:${THEIR_POST}|on here\\b|on (?:twitter|x)\\b)`;
const NEAR = '[^.!?\\n]{0,50}?';

/** Ways of answering or quoting that need no handle at the start. */
const ANSWERS: readonly RegExp[] = [
  `\\b(?:in (?:answer|reply|response) to|to answer|answering|repl(?:y|ying) to|respon(?:se|ding) to|following up)\\b${NEAR}\\b${ONLINE}`,
  '\\b(?:in (?:answer|reply|response) to|to answer|answering|replying to|responding to) (?:all |each of )?your (?:many |\\w+ )?(?:questions?|quer(?:y|ies)|comments?|messages?|repl(?:y|ies))\\b',
  '\\b(?:in (?:answer|reply|response) to|to answer|answering|replying to|responding to) @\\w',
  '^\\W*(?:replying|responding|in (?:answer|reply|response)) to (?:all|everyone|everybody|those|anyone|anybody|the (?:parents?|person|people)\\b)',
  `\\b(?:ask(?:ed|ing|s)?|wonder(?:ed|ing)|queri(?:ed|es)|quer(?:y|ying)|questions?|comment(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|posted|wrote)\\b${NEAR}\\b(?:under|beneath|below|in|on|to)\\b[^.!?\\n]{0,25}?${ONLINE}`,
  "\\b(?:asked|asking|commented|commenting|replied|replying) (?:under|below|beneath|on) (?:our|the|this|that|[\\w-]+['’]s) (?:[\\w-]+ ){0,2}?(?:photos?|pictures?|videos?|updates?)\\b",
  `\\b(?:in (?:answer|reply|response) to|to answer|answering|replying to|responding to)\\b${NEAR}\\b(?:reviews?|ratings?)\\b`,
  `\\b(?:parents?|people|person|somebody|someone|those|anyone|anybody|whoever|one) (?:who |that |has |have )*(?:posted|wrote|commented|complained|shared|said)\\b${NEAR}\\bon (?:facebook|instagram|tiktok|whatsapp|mumsnet|nextdoor|our page|social media)\\b`,
  `\\b(?:asked|asking|wondering) (?:us )?(?:on here|on twitter|on x|in the (?:comments|replies))\\b`,
  `\\b(?:thanks|thank you|cheers)\\b[^.!?\\n]{0,20}\\byour (?:\\w+ )?(?:tweets?|retweets?|quote[- ]tweets?|dms?)\\b`,
  `\\bre:? (?:your|the|this|that|yesterday['’]s|last)\\b[^.!?\\n]{0,20}\\b${ONLINE}`,
  '^\\W*(?:yes|no|agreed|sure|absolutely|exactly|indeed)\\b[,!.]? ?@\\w',
  '\\b(?:RT|MT|QT|QRT)\\b:? ?@\\w',
  '\\b(?:quote[- ]?tweet(?:ing|ed)?|retweet(?:ing|ed)|quoting)\\b[^.!?\\n]{0,20}?(?:@\\w|:|\\btweet)',
  '@\\w+ (?:has |have |just |recently )?(?:tweeted|posted|replied|commented)\\b',
  '@\\w+ (?:wrote|writes|said|says|asked|asks)\\b ?(?:[:,] ?)?["“‘:]',
  '\\b(?:as|what) @\\w+ (?:wrote|writes|said|says|asked|asks)\\b',
  "@\\w+['’]s (?:\\w+ )?(?:tweet|post|comment|reply|question|thread)\\b",
  '["”’\'] ?[-–—~] ?@\\w',
  // The full stop before a handle shows everybody what is said to it.
  "^[\\s.…]+@\\w+[,:!]? (?:(?:yes|no|please|thanks|thank|hello|hi|agreed|congratulations|well done|happy)\\b|[^.!?\\n]{0,80}\\byou(?:rs?|['’]\\w+)?\\b)",
  // A sentence of somebody's in quotation marks, and then whose it is.
  '(?:^|[.!?:]\\s+)["“][^"”\\s]{1,40} [^"”\\n]{1,250}["”] {0,2}\\n?\\(?@\\w',
].map((source) => new RegExp(source, 'iu'));

const OPENS =
  'A post that opens with an @handle is a reply, and we answer nobody here. Start with other words.';
const QUOTES =
  "This quotes or answers somebody's post, and we do neither here. Write it as news of our own.";

function openingHandle(text: string): Seen[] {
  const handle = OPENING.exec(text)?.[1];
  if (handle === undefined) return [];
  const from = text.indexOf(handle);
  return [{ message: OPENS, span: [from, from + handle.length] }];
}

function quotedLinks(text: string, own: Facts['ownHandles']): Seen[] {
  return [...text.matchAll(POST_LINK)]
    .filter((match) => match[1] === undefined || !own.has(`@${match[1].toLowerCase()}`))
    .map((match): Seen => {
      const span: Span = [match.index, match.index + match[0].length];
      return { message: QUOTES, span };
    });
}

function answeringWords(text: string): Seen[] {
  for (const shape of ANSWERS) {
    const match = shape.exec(text);
    if (match) return [{ message: QUOTES, span: [match.index, match.index + match[0].length] }];
  }
  return [];
}

/**
 * Replies and quotes: a post given as the one answered, an opening @handle, a link to somebody's post,
 * or words that answer or quote one. A link to a post of the school's own account quotes nobody else.
 */
export const reply: Rule<Record<string, never>> = {
  name: 'reply',
  means: () => "The account answers and quotes nobody's posts",
  options: z.strictObject({}),
  check: ({ draft, facts }) => {
    const text = capped(draft.text);
    const set = draft.inReplyTo ?? '';
    if (set.trim() !== '') return [{ message: QUOTES }, ...openingHandle(text)];
    const opening = openingHandle(text);
    const links = quotedLinks(text, facts.ownHandles);
    if (opening.length + links.length > 0) return [...opening, ...links];
    return answeringWords(text);
  },
};
