/** Remarks about how staff look, and accusations, where no single word is rude. */
import { describe, expect, test } from 'vitest';
import { offensive } from '../../src/policy/rules/offensive.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const hits = (text: string) => seen(offensive, draftOf(text));

describe('leering at grown-ups', () => {
  test.each([
    'Miss Hall should wear that dress more often 😍',
    'Mr Dunn bending to plant the tulips made our spring 😉',
    'Our new PE teacher is rather easy on the eye, ladies',
    'Mr Hall in those cycling shorts 😍 form a queue, mums',
    "Can't take our eyes off Miss Reed in that dress 😏",
    'The mums at the gate are all of a flutter over the new caretaker',
    'Mr Khan took his top off for the sponge throw. Hello, nurse! 😉',
    'Is the new Year 2 teacher single? Asking for half the playground',
    'Miss Dunn can keep us after school any time 😉',
    'The firefighters came. Swoon! The ladies in the office needed a sit down',
    'Coach Ben and his biceps have certainly boosted club numbers among the mums',
    'What a body on our swimming instructor',
    'Mrs Lowe turned every head at the gate in her tight skirt',
    'Dads suddenly keen to help in Miss Bell’s class, and who can blame them with that figure',
    'Mr Obi could warm up any staffroom with that smile and those muscles',
    'The supply teacher is a dish',
    'Our lifeguard is drop dead gorgeous 🥵',
    'Mr Shah has the best bottom in the staff race',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });

  test.each([
    'Mrs Patel looked stunning as the Snow Queen',
    'Mr Hall wore his Santa shorts all day ❤️',
    'Miss Reed has tired legs after her marathon',
    'The staff dressed as crayons and looked fabulous 😍',
    'Our caretaker has built us a beautiful bench',
    'Handsome Prince Charming was played by Mr Dunn',
    'Mr Khan took his hat off to Year 6',
    'The mums and dads raced too, in wellies',
    'Miss Bell showed us how muscles work',
    'A gorgeous day with our lovely PE teacher',
    'The lifeguard taught us to float',
    'Mr Obi has the best moustache in the staff race',
    'Miss Dunn and her dress made of newspaper won the prize',
    'Our new teacher has a beautiful singing voice',
    'Every single teacher joined in',
    'A single red rose from Mr Shah for our garden',
    'Our dish of the day: pasta, says the cook',
  ])('and kind words are fine: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});

describe('accusing a person or a firm of a crime', () => {
  test.each([
    'Our accountant has been cooking the PTA books',
    'The plumber has stolen our copper pipes',
    'Hilltop Juniors fixed the draw',
    'The referee was paid to make us lose',
    'That shop is run by criminals',
    'The photographer took our deposit and vanished. Pure fraud',
    'Brightside Coaches have conned us out of £400',
    'Our old caterers were fiddling the bills for years',
    'Mr Price the builder is a con artist',
    'The bouncy castle man ran off with our money',
    'Councillor Webb was bribed to close our crossing',
    'Someone at the coach firm is forging invoices',
    'The chair of the PTA has been helping herself to the raffle money',
    'Quick Print scammed the school, so do not use them',
    'The judges were paid off',
    'Dodgy dealings at Fairview Lettings: where did our rent go?',
    'The raffle at the garden centre was rigged',
    'Our landlord has been dodging tax and lying about it',
    'That company launders money',
    'The man at number 9 deals drugs by our gate',
    'Mrs Price from the shop steals from children',
    'The uniform shop is swindling our parents',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });

  test.each([
    'Burglar Bill was Reception’s story today',
    'Year 5 solved the case: the butler stole the diamonds',
    'Our mystery: who stole the cookies from the cookie jar?',
    'The Artful Dodger steals the show! Year 6 in Oliver',
    'PC Brown told us how police catch thieves',
    'Year 6 learned how to spot a scam email',
    'Online safety: stop fraud and phishing with your child',
    'Guy Fawkes was accused of treason in our courtroom',
    'A fox has stolen the eggs from our hen house',
    'Robin Hood robbed the rich in our hall today',
    'Our goalkeeper was robbed by the crossbar',
    'The Great Train Robbery, retold in Lego by Year 4',
    'Year 3 put the wolf on trial for fraud',
    'Year 2 stole the show in the nativity',
    'The coach firm got us home safe in the snow',
    'Mrs Price from the shop gave us pumpkins',
    'Magic Marvin conned us all with his card tricks',
  ])('and stories and lessons are fine: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});
