/** One parent, pupil or family described at the start of a sentence, and then spoken to or of. */
import type { Reading } from './reading.ts';

type Range = { from: number; to: number };

const KIN =
  '(?:step-?)?(?:parent|mum|mummy|mam|mom|dad|daddy|mother|father|carer|guardian|childminder|grandparent|grandma|gran|granny|nana|nan|nanny|grandad|grandpa|grandfather|grandmother|family|pupil|child|boy|girl|student|lad|lass|youngster|little one|uncle|auntie|aunt|stepdad|stepmum|brother|sister|couple|person|owner|driver|lady|gentleman|man|woman)';
/** "Mum of …:", "To the dad with …,", "Pupil who … -". */
const DESCRIBED = new RegExp(
  `^(?:(?:to|for|hello|hi|hey|dear|attention|attn|re|message (?:for|to)|note (?:for|to)|calling|thanks)(?: to)?:? )?(?:the |our |a |that )?(?:[a-z]+ ){0,2}?${KIN} (?:of|who|whose|with|in|from|that|outside|by|driving|wearing) [^.!?:\\n]{2,80}?(?<mark>: | - |, )`,
);
/** Spoken to. */
const TO_THEM =
  /^(?:and |so |just |do |a |many |big )*(?:you|your|you're|you've|you'll|please|can you|could you|would you|will you|thank you|thanks|come|pop|call|ring|collect|we (?:owe|miss|love|have|found|saw|salute|need)|we've|well done|sorry|bless you|see us)\b/;
/** Or of: something of theirs, where it is, what they did. */
const OF_THEM =
  /^(?:he|she|they|it|his|her|their)(?:'s|'ve)? (?:[a-z-]+ ){0,3}?(?:left|forgot|lost|dropped|has|have|is|was|were|needs?|can|will|must|came|cried|fell|had|did|ate|broke|wore)\b/;
/** "The Boy in the Dress": a title. */
const TITLE =
  /^(?:The |A )?(?:Boy|Girl|Child|Man|Woman|Family|Lady|Owl) (?:in|with|who|of|from) (?:the |a )?(?!Year|Reception|Nursery|Class)[A-Z]/;
const TALE =
  /\b(?:story|tale|book|poem|play|film|chapter|read|novel|legend|once upon|oak tree|railways?|ducks?|lambs?)\b/;

/** "Sam's mum: the trombone is in the office." */
const KIN_OF_ONE =
  /^[a-z][a-z'-]*'s (?:mum|dad|mummy|daddy|gran|nan|grandma|grandad|family|childminder|carer)(?=: | - )/;

/** Where such a message opens; the separator is left out. */
export function describedIn({ plain, lower, sentences }: Reading): Range[] {
  return sentences.flatMap(({ from, to }) => {
    const text = lower.slice(from, to);
    const start = text.search(/[a-z]/);
    if (start < 0) return [];
    const called = KIN_OF_ONE.exec(text.slice(start));
    if (called && !TALE.test(text))
      return [{ from: from + start, to: from + start + called[0].length }];
    const match = DESCRIBED.exec(text.slice(start, start + 220));
    const mark = match?.groups?.mark;
    if (!match || mark === undefined) return [];
    // Wrens, ducks and words come in families.
    if (/\bfamily of (?!the |our |a )/.test(match[0])) return [];
    const end = from + start + match[0].length;
    const rest = lower.slice(end, end + 60);
    const spoken = TO_THEM.test(rest);
    const told = mark !== ', ' || /^\w+ needs?\b/.test(rest) ? OF_THEM.test(rest) : false;
    if (!spoken && !told) return [];
    const title = !spoken && TITLE.test(plain.slice(from + start));
    if (title || TALE.test(text)) return [];
    return [{ from: from + start, to: end - mark.length }];
  });
}
