/** Phone numbers and email addresses that are a person's, not an office's. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Reading } from './reading.ts';

type Range = { from: number; to: number };

/** Digits as a number may be grouped; read on by libphonenumber. */
const DIGITS = /(?<![\d£$€.,/:-])(?:\+|00 ?)?\(?\d[\d() .\-/]{6,20}\d(?![\d/]|[.,:]\d)/g;
const ANY_LONG = /\d(?:[() .\-/]*\d){6}/;
/** Dates, book numbers and the like. */
const NO_PHONE =
  /^\(?(?:\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2,4}|97[89][- \d]{10,14})$/;
/** Freephone, non-geographic and helpline numbers belong to bodies, not to people. */
const PUBLIC = /^(?:\+44|0)(?:3|5|8|9)/;
const OFFICE =
  /\b(?:(?:school|main|front|our|the|nursery|academy|church|box|ticket|head'?s?) (?:school )?(?:office|desk|reception|switchboard|landline|number|mobile|phone|line)|office|reception|switchboard|helpline|hotline|box office|theatre|museum|leisure centre|library|council|surgery|venue|childline|nspcc|samaritans|police|school (?:is )?on|school trip|trip (?:phone|mobile)|ring school|call school|phone school|school at|nursery on|academy on|absence line|lettings|shop|farm|zoo)\b/;
const PERSONAL =
  /\b(?:my|her|his|their|your|personal|private|home|own|(?:mum|dad|mummy|daddy|nan|grandad|mother|father|parent|teacher|head|mrs \w+|mr \w+|miss \w+|ms \w+|[a-z]+)'s)(?: own)?(?: (?:mobile|phone|number|cell|landline|whatsapp|line|email|e-mail|address|gmail|hotmail|inbox)|$)/;
/** A number of another kind, by the words before it. */
const OTHER_NUMBER =
  /\b(?:code|password|safe|combination|padlock|pin|digits?|reference|ref|urn|isbn|charity (?:number|no)|barcode|order|registered)\b[^.!?\n]{0,40}$/;
const NUMBERISH =
  /\b(?:call|ring|phone|tel|telephone|mobile|mob|text|whatsapp|number|contact|message|dial|on)\b[^.!?\n]{0,25}$/;

/** What is said up to the number in its sentence, and right after it. */
function around({ lower }: Reading, { from, to }: Range): { before: string; all: string } {
  const before = lower.slice(Math.max(0, from - 90), from).replace(/^[\s\S]*(?:[.!?]\s|\n)/, '');
  return { before, all: before + lower.slice(to, to + 40).split(/[.!?\n]/)[0] };
}

function isOffices(reading: Reading, range: Range): boolean {
  const { before, all } = around(reading, range);
  return OFFICE.test(all) && !PERSONAL.test(before);
}

const SAID =
  '(?:oh?|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|hundred)';
/** A number said out in words. Those of a countdown begin elsewhere. */
const IN_WORDS = new RegExp(`\\b(?:oh?|zero|nought)(?:[ ,-]{1,2}${SAID}){8,14}\\b`, 'g');

/** Numbers said out, with what is looked at around those in figures. */
function saidOut(reading: Reading): Range[] {
  return [...reading.lower.matchAll(IN_WORDS)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .filter((range) => !isOffices(reading, range));
}

/** Phone numbers of people, by libphonenumber with the United Kingdom as home. */
export function phonesIn(reading: Reading): Range[] {
  const { plain } = reading;
  const said = saidOut(reading);
  if (!ANY_LONG.test(plain)) return said;
  const inFigures = [...plain.matchAll(DIGITS)].flatMap((match) => {
    const written = match[0].trim();
    const range = { from: match.index, to: match.index + match[0].length };
    const digits = written.replace(/\D/g, '');
    if (OTHER_NUMBER.test(around(reading, range).before)) return [];
    if (NO_PHONE.test(written) || digits.length > 15) return [];
    const starts = /^(?:\+|00|\(?0)/.test(written);
    if (!starts && !(digits.length >= 10 && NUMBERISH.test(reading.lower.slice(0, range.from))))
      return [];
    const number = parsePhoneNumberFromString(
      starts ? written.replace(/^00/, '+') : `0${digits}`,
      'GB',
    );
    const shaped = /^(?:0|0044|44)\d{9,10}$/.test(digits);
    if (!number?.isPossible() && !shaped) return [];
    if (PUBLIC.test(number?.number ?? digits)) return [];
    return isOffices(reading, range) ? [] : [range];
  });
  return [...inFigures, ...said];
}

const EMAIL = /[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,5}/g;
/** "dot" and "at" said out, with a well-known provider so that nothing else is meant. */
const SPELT =
  /\b[\w.]+(?: dot \w+| ?\(dot\) ?\w+){0,3} ?(?:\(at\)|\[at\]| at )+ ?(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet|aol|live|sky|ntlworld|talktalk|protonmail|me)(?: dot | ?\(dot\) ?|\.)(?:com|co\.uk|net|org|co dot uk)/g;
/** Mailboxes of a school or a body. */
const ROLE_BOX =
  /(?:^|[._\-+])(?:office|admin|info|enquir(?:y|ies)|inquiries|reception|contact|hello|hi|mail|post|schooloffice|secretary|admissions?|pta|pfa|fosa|friends|finance|bursar|support|bookings?|lettings|head|headteacher|principal|school|nursery|breakfastclub|clubs?|afterschool|wraparound|events?|tickets?|press|media|team|help|governors?|clerk|senco|send|safeguarding|absence|attendance|library|kitchen|music|choir|sports?|pe|uniform|shop|fundraising|charity|volunteer(?:s|ing)?|jobs|recruitment|vacancies|news|newsletter|competitions?|entries|council|visits|education|bookclub|eco|year[1-6]|y[1-6]|reception[a-z]*|class[a-z0-9]*)(?:$|[._\-+]|\d*$)/;
const ROLE_INSIDE =
  /(?:pta|school|office|nursery|choir|club|friends|academy|admin|enquiries|charity|church)/;

/** Email addresses of people. */
export function emailsIn(reading: Reading): Range[] {
  const { plain, lower } = reading;
  const spelt = / at |\(at\)|\[at\]/.test(lower)
    ? [...lower.matchAll(SPELT)].map((match) => ({
        from: match.index,
        to: match.index + match[0].length,
      }))
    : [];
  if (!plain.includes('@')) return spelt;
  const written = [...plain.matchAll(EMAIL)].flatMap((match) => {
    const range = { from: match.index, to: match.index + match[0].replace(/[.-]+$/, '').length };
    const box = match[0].split('@')[0]?.toLowerCase() ?? '';
    const { before } = around(reading, range);
    const own = PERSONAL.test(before);
    if (!own && (ROLE_BOX.test(box) || ROLE_INSIDE.test(box))) return [];
    // A mailbox that names nobody, and that the draft itself calls the office's.
    if (!own && isOffices(reading, range) && !/[._]/.test(box)) return [];
    return [range];
  });
  return [...written, ...spelt];
}
