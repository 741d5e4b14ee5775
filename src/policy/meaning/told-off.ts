/** Blame, demands and comparisons said to one child by name, or of one. */

/** How well somebody did, measured against another day or another child. */
const MEASURED =
  /\b(?:better|worse|more|less|fewer|[a-z]{3,}(?:ier|mer|ter|der|ner|cer)(?= (?:[a-z]+ ){0,4}(?:today|this|at|in|on|already|now|than|words|manners|letters|hands))|nearly|almost|not|no more|never|still (?:waiting|missing|no)|enough|too (?:much|loud|noisy|late|many))\b/;
/** An opening that tells somebody what to do. */
const DEMANDS =
  /^\W*(?:please |now |so |and |next time )?(?:try|keep|remember|don't|do not|stop|sit|come|bring|think|look|listen|work|stick|hang|be|get|put|take|tidy|wait|leave|hand|find|check|practise|finish|hurry|calm|slow|use|show|pick|see)\b/;
/** Right before the comma: a noun that the name explains, so that nobody is spoken to. */
const EXPLAINED =
  /\b(?:friend|pal|guest|visitor|author|poet|artist|hero|heroine|character|bear|fox|dog|cat|rabbit|hamster|pig|pet|owl|mascot|robot|baby|teacher|pupil|girl|boy|captain|winner|monitor|king|queen|explorer|scientist|called|named|by|from [a-z]+), $/;
const ENDS = /^(?:[.!?]|$|,? \p{Extended_Pictographic}|\p{Extended_Pictographic})/u;

/** Set beside the others: "unlike …", "as polite as …", "if only the rest worked like …". */
const BESIDE_OTHERS =
  /\b(?:unlike|(?:not|nobody|everyone|anyone|others?|all|us|be)(?: \w+){0,3} as \w+ as|(?:why|if only|wish|rest of|everyone|others)\b[^.!?\n]{0,50} (?:like|as \w+ as)|take a leaf out of|compared (?:to|with)|learn from) $/;
/** What one child lacks, owes or did wrong. */
const FAULT =
  /^(?:,? (?:in|from|of) (?:year|y|reception|nursery|class|\d)[^,.!?]{0,12},?)? (?:really |still |also |just |again |always |has |had )*(?:must (?!be\b)|needs to|has to|ought to|should|had better|could do with|needs (?:a reminder|reminding|to)|forgot|forgotten|didn't|did not|hasn't|has not|wouldn't|refused|failed to|was (?:sent|told off|late|rude|naughty|unkind|silly)|is (?:always|never) |keeps |(?:is|was) the (?:only|last|first|[a-z]{3,}est)\b|talked (?:through|all)|misbehaved|disrupted|fell asleep)/;
const COMPARED =
  /^ (?:sat|worked|listened|read|behaved|tried|wrote|ran|ate|sang|spoke|lined|played|walked|was|is|has been|did)(?: \w+){0,3} (?:better|worse|(?:more|less) \w+(?:ly|ed|ful)?|harder|faster|neater|calmer|quieter|kinder|tidier|louder)\b/;
/** Plays and tales have their own children. */
const STORY =
  /\b(?:play|story|tale|poem|chapter|character|drama|panto(?:mime)?|film|role|part|stronger|taller|longer|bridge|tower|model|plant|sunflower)\b/;

/** A name without its comma, at the end of what is said to its bearer. */
const AT_END =
  /^(?!.*\b(?:met|meet|from|by|with|and|saw|called|named|visit\w*)\b[^.!?]*$).*\b(?:sitting|listening|sharing|reading|working|trying|effort|work|job|manners|done|better|louder|calmer|neater)(?: \w+){0,2} (?:today|yesterday|this (?:week|morning|afternoon|term)|again|now|already|please) $/s;
const URGED =
  /\b(?:come on|keep going|nice one|good (?:job|work|effort|going)|keep it up|hang in there|chin up) $/;
const ASKED = /\b(?:(?:please )?(?:could|can|would|will)(?: please)?|please (?:ask|tell|remind)) $/;
const ASKED_FOR =
  /^,? (?:please |kindly |to )?(?:bring|return|collect|come|remember|pick|stop|hand|pop|see|find|wear|take|be|go|report|speak)\b/;

const WISHED = /\b(?:wish|wished|if only|(?:a )?(?:shame|pity)(?: that)?|why can't|why couldn't) $/;
/** Told something right after the name. */
const TOLD =
  /^(?:,|:|!| -) (?:no more|stop|try|keep|sit|less|hurry|calm down|be (?:kind|quiet|careful|good)|don't|do not)\b/;

type Said = { before: string; behind: string; whole: string; several: boolean };

/** Why what is said singles one child out, or null. All in small letters; `before` and `behind` end at the name. */
export function whyBlamed({ before, behind, whole, several }: Said): string | null {
  const called = /, $/.test(before) && (ENDS.test(behind) || /^, /.test(behind));
  const lured = AT_END.test(before) && (ENDS.test(behind) || /^,/.test(behind));
  if ((lured || URGED.test(before)) && !several) return 'it speaks to one person by name';
  if (ASKED.test(before) && ASKED_FOR.test(behind)) return 'it asks one person for something';
  if (WISHED.test(before) && /^ (?:would|could|can|did|had|will|might)\b/.test(behind))
    return 'it says what one person did wrong, or must do';
  if (TOLD.test(behind) && !several) return 'it speaks to one person by name';
  const measured = MEASURED.test(whole) || DEMANDS.test(whole);
  if (called && measured && !several && !EXPLAINED.test(before))
    return 'it speaks to one person by name';
  if (STORY.test(whole)) return null;
  if (BESIDE_OTHERS.test(before)) return 'it compares one person with others';
  if (several) return null;
  if (FAULT.test(behind)) return 'it says what one person did wrong, or must do';
  return COMPARED.test(behind) ? 'it measures one person by name' : null;
}
