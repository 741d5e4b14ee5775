/** Remarks about how a grown-up of the school looks, where no word of them is rude by itself. */
import type { Reading } from './reading.ts';

type Range = { from: number; to: number };

const ADULT =
  /\b(?:(?:mr|mrs|miss|ms|dr|coach|pc|sir)\.? [a-z]+|teachers?|teaching assistants?|tas?|caretaker|head ?teacher|head|instructor|coach|lifeguards?|firefighters?|firem[ae]n|builders?|postman|receptionist|cook|chef|governor|supply|trainee|librarian|lollipop (?:man|lady)|photographer|vicar|polic(?:eman|ewoman|e officer)s?|footballers?|rugby players?|dads?|mums?|staff)\b/;
const PARTS =
  'legs|thighs|muscles|biceps|abs|curves|physique|bottom|bum|behind|backside|rear|torso|pecs|hips|calves|body';
/** Said of a grown-up, these are about looks and nothing else. */
const STRONG: readonly RegExp[] = [
  /\beasy on the eyes?\b/,
  /\beyes off (?:mr|mrs|miss|ms|him|her|those|the (?:new )?(?:teacher|coach|head|caretaker|lifeguard)|our (?:new )?(?:teacher|coach|head|caretaker|lifeguard))\b/,
  /\b(?:form (?:a|an orderly)|an orderly) queue,? (?:please,? )?(?:ladies|mums|dads|girls|gents|lads|single)\b/,
  /\b(?:all of a|in a|hearts?(?: all)?(?: a)?[- ]?) ?flutter(?:ing)?\b|\bpulses? (?:is |are )?racing\b|\bweak at the knees\b|\bhot under the collar\b|\bcold shower\b/,
  /\b(?:took|takes|taking|take|whipped|get|got) (?:his|her|your) (?:top|shirt|kit) off\b/,
  /\b(?:tight|skimpy|clingy|figure-hugging|revealing|low-cut|teeny|tiny|very short|barely there) (?:\w+ )?(?:shorts|trousers|skirt|dress|top|lycra|trunks|jeans|leggings|t-shirt|swimsuit|blouse)\b/,
  /\bturn(?:ed|s|ing)? (?:every|all the|quite a few) heads?\b/,
  /\bis (?:our |the |that )?(?:new )?(?:[\w.]+ ){0,4}(?:single|spoken for|available|taken)\? /,
  /\bwhat an? (?:\w+ )?(?:body|figure|physique|bum|bottom|specimen|hunk|dish|looker|babe|hottie|pair of legs)\b/,
  /\b(?:is|was|what|quite|such) (?:quite |such |a right |a bit of |an absolute |a total |rather )*(?:a |an )?(?:dish|hunk|looker|babe|stunner|adonis|heart-?throb|bit of all ?right|sight for (?:the )?(?:mums|dads|ladies))(?= |[.!?,]|$)(?! of| to)/,
  /\b(?:hunky|dishy|beefcake|drop[- ]dead gorgeous|shapely|chiselled|bootylicious|va va voom|be still my beating heart|swoon|swooning|swooned|drool|drooling)\b/,
  new RegExp(
    `\\b(?:those|that|them|best|great|nice|fine|lovely|fantastic|shapely|long|cracking|peachy) (?:${PARTS})\\b`,
  ),
  /\b(?:his|her) (?:biceps|abs|curves|physique|figure|bum|backside|pecs|thighs|hips)\b/,
  /\b(?:wear|wears|wearing|wore|in) (?:that|those) (?:little )?(?:dress|skirt|shorts|jeans|suit|trousers|uniform|trunks)\b[^.!?\n]{0,12}\b(?:more often|every day|forever|any time|all year)\b/,
  /^\W*(?:those|that|what|and those|oh those) (?:\w+ )?(?:arms|eyes|shoulders|legs|smile|bod|guns)\W*$/,
  /\bwith (?:that|a) figure\b(?! of)/,
  /\b(?:mums?|dads?|ladies|lads|half the (?:playground|staff ?room))\b[^.!?\n]{0,40}\b(?:blush\w*|swoon\w*|drool\w*|melt\w*|suddenly (?:keen|interested|volunteering|early|all))\b/,
  /\bsuddenly (?:keen|interested|all volunteering|so many (?:mums|dads))\b[^.!?\n]{0,60}\b(?:class|club|lesson|gate|mr|miss)\b/,
];
/** Kind words or plain ones, until somebody winks. */
const MILD =
  /\b(?:handsome|gorgeous|stunning|dashing|ravishing|beautiful|hot|fit|toned|muscles|smile|shorts|dress|skirt|trunks|lycra|kiss|cuddle|bend(?:ing|s)?|any (?:time|day)|after school|detention|hello,? (?:nurse|sailor|boys|ladies|handsome|gorgeous)|phew|wow|lucky (?:mrs|mr|wife|husband|boy|girl))\b/;
const WINK = /[😉😏🥵😜😘🍑👅🫦🤤]/u;
/** Costumes, plays and anatomy. */
const INNOCENT =
  /\b(?:prince|princess|queen|costume|dressed as|wolf|panto(?:mime)?|puppet|skeleton|x-ray|science|lesson|how (?:our )?muscles|anatomy|bones?|sumo|yoga|tired|ached?|aching|marathon|crocodile|owl|chick|lamb)\b/;

/** The stretches that remark on somebody's looks; at most one a sentence. */
export function leersIn({ plain, lower, sentences }: Reading): Range[] {
  if (!ADULT.test(lower)) return [];
  return sentences.flatMap(({ from, to }, at) => {
    const said = `${lower.slice(from, to)} `;
    const near = lower.slice(sentences[at - 1]?.from ?? from, sentences[at + 1]?.to ?? to);
    if (!ADULT.test(near) || INNOCENT.test(near)) return [];
    const shapes = WINK.test(plain) ? [...STRONG, MILD] : STRONG;
    for (const shape of shapes) {
      const match = shape.exec(said);
      // Shakespeare's Bottom has a capital.
      if (
        !match ||
        /\bBottom\b/.test(plain.slice(from + match.index, from + match.index + match[0].length))
      )
        continue;
      const length = match[0].trimEnd().length;
      return [{ from: from + match.index, to: from + match.index + length }];
    }
    return [];
  });
}
