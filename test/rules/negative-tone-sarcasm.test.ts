/** Sarcasm and blame that no single phrase gives away. */
import { describe, expect, test } from 'vitest';
import { negativeTone } from '../../src/policy/rules/negative-tone.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const hits = (text: string) => seen(negativeTone, draftOf(text));

describe('praise that means blame', () => {
  test.each([
    'So lovely of Southern Buses to leave our Year 3s in the rain',
    'Thrilled to have waited ninety minutes for a bus that never came',
    'Still no crossing patrol. Well done everyone at County Hall.',
    'So proud of the adults who shouted at a nine-year-old referee',
    'So pleased that the bus company found time to turn up an hour late',
    'Delighted the caterers remembered to forget our lunches',
    'Overjoyed that the council has chosen to close our crossing in the busiest week',
    'How wonderful that the painters managed to spill it on our new carpet',
    'Lovely to see the bins overflowing for a third week, thank you council',
    'A big hand for the delivery firm, who left 60 books in the rain',
    'The heating is off. Again.',
    'No hot water. Again. Well played, contractors.',
    'Coach an hour late. Bravo.',
    'They lost our forms. Twice. Classy.',
    'The wifi went down in the middle of SATs. Marvellous.',
    'Gate left open by parents once more. Slow hand clap.',
    'Our parcel was thrown over the fence. Charming.',
    'Roof leaking for the fourth winter. Yet again.',
    'So glad our neighbours decided to complain about children laughing',
    'Impressed that the referee managed to miss three clear fouls',
    'Great work by the driver who left our Year 2s at the wrong museum',
    'Congratulations to the council for losing our grant form twice',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });

  test.each([
    'Thrilled that Year 4 managed to break the school record',
    'Delighted that we managed to raise £400 despite the rain',
    'So pleased the council has chosen our design for the mural',
    'Champions. Again.',
    'We won the spelling cup. Again!',
    'A round of applause for the driver who got us home in the snow',
    'Year 1 managed to lose eight teeth this week!',
    'Bravo. What a concert.',
    'Marvellous. Simply marvellous singing from the choir.',
    'The heating is off today, so wrap up warm. Sorry, everyone',
    'Sports day is off again. Sorry! New date soon',
    'Impressed that our Year 5s managed to miss nothing on the nature trail',
    'Lovely to see the bins full of leaves after our big tidy-up',
    'Late but worth it: the tadpoles have legs',
    'Reception forgot the words and the audience loved it',
    'One teacher (naming no names) fell in the pond',
    'Somebody, naming no names, has eaten all the biscuits. Yes, Mr Hall, we mean you',
    'No names mentioned, but one of our staff wore slippers all day',
    'Well played. A tight match and a handshake at the end',
    'Rain stopped play. Again. So we danced in the hall!',
    'So glad the snow decided to leave us a snowman',
  ])('and real joy is fine: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});

describe('veiled blame still counts', () => {
  test.each([
    'Naming no names, but some parents need to read the letters we send',
    'Certain drivers, no names mentioned, think the zigzags are a car park',
    'No names mentioned, but one Year 4 family is late every single day',
    'Some children, naming no names, were rude at lunch',
    'Brightside Coaches have conned us out of £400',
    'The bouncy castle man ran off with our money',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });
});
