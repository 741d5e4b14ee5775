/** Content aimed at one person: by a name however it is spelt, by a description, by blame or comparison. */
import { describe, expect, test } from 'vitest';
import { targeted } from '../../src/policy/rules/targeted.ts';
import { schoolFacts } from './names-school.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const hits = (text: string) => seen(targeted, draftOf(text), {}, schoolFacts);

describe('a pupil on the roll is found however the name is written', () => {
  test.each([
    'Well done Z a i n a b, a lovely solo',
    'So proud of X-a-n-t-h-e today',
    'Congratulations to T.o.b.i.a.s on the cup',
    'Happy birthday K o f i 🎂',
    'Well done \u0405aoirse on your badge',
    'Get well soon \u0408asmine, from all of us',
    'Congratulations to \u0410ria, our new captain',
    'Thank you \u039aofi for tidying the library',
    'Good luck to \u0422obias in the county final',
    'Bravo Pr1ti, what a save',
    'well done zainab for a super score',
    'Happy birthday S a o i r s e',
    'Hats off to Pri\u200bti for her 50 metres',
    'Welcome back, X a n t h e! We missed you',
    'Star of the week: Z.a.i.n.a.b',
    'So proud of Zain\u0430b for speaking up',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });

  test.each([
    'We can spell C A S T L E and K N I G H T now',
    'A.B.C. of insects by Year 2',
    'Well done Year 4, a r t at its best',
    'K o f i and X a n t h e both scored',
    'The H O P E banner is up in the hall',
    'Go G r e e n week starts on Monday',
    'We grow peas, b e a n s and herbs',
    'Congratulations to our T E A M of the year',
    'Well done R.E. ambassadors',
    'S T E M day was a hit with Year 5',
    'Русский алфавит: Year 6 wrote their names in Cyrillic',
    'Year 6 learned to say Привет',
    'Happy birthday N H S',
    'Thank you B B C for the visit',
    'A poem by Z a i n a b in Year 4',
  ])('and what only looks so is left alone: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});

describe('one parent or pupil described and spoken to', () => {
  test.each([
    'Step-dad of the Year 1 boy in the blue coat: thanks for the lift',
    'Our thanks to the gran who sat with a poorly child at the fair',
    "To Grace's auntie: we found the buggy",
    'Dad of the boy in the red wellies: he left his lunch on the bus',
    'Mother of the new starter in Owls, please ring us',
    'Mum of twins in Reception: your cheque came back',
    'Grandad with the green van - you dropped a glove by the gate',
    'Parent in the white Audi, your lights are on',
    'Mummy whose little one had the unicorn bag: she has left it in the hall',
    'The mum who dropped her purse at the fair: it is in the office',
    'Nan of the girl with the plaits: her recorder is here',
    'Child who lost a tooth at lunch: it is in an envelope in the office',
    'Carer of the lad with the Spider-Man coat, he needs a spare jumper tomorrow',
    'Hello to the dad who runs past at 8.40: you forgot the book bag',
    'Pupil with the odd trainers, come and see us at break',
    'Auntie of our new Year 1 boy: he was a star today, thank you',
    'Family from Beech Road, your parcel came to us',
    'Gran who knitted the hats, we owe you a cup of tea',
    'Boy in Year 3 with the blue scooter: please take it home',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });

  test.each([
    'Mums and dads of Year 3: your lovely children await you at 3.15',
    'Parents of Reception, please bring a photo of your baby',
    'The Boy in the Striped Pyjamas: our Year 6 book',
    'Girl with a Pearl Earring, painted again by Year 5',
    'Child of the Week assembly is at 2.30',
    'Mother of all puddles! Wellies needed',
    'Father of the railways, George Stephenson, came alive for Year 5',
    'Grandad of the oak tree: 300 years old, says Year 2',
    'Family of ducks on the pond! Please tiptoe past',
    'The girl who fell to earth: a tale by Year 6',
    'Children in Year 4, you were magnificent',
    'Pupil of mine? No, a pupil of the eye. Year 3 drew theirs',
    'Dads of the school, your tug of war is at noon',
    'Mother with her ducklings, seen by Nursery at the lake',
    'Everyone who helped at the fair: thank you',
    'Dad jokes of the day, please send them in',
  ])('and what is no message is left alone: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});

describe('one child told off or compared, by name', () => {
  test.each([
    'Kofi, no more running in the corridor',
    'We wish Tobias would listen as well as the others',
    'Lovely sitting today Xanthe. See what you can do!',
    'Come on Priti, you can do better than that',
    'Zainab was the only one without a reading book today',
    'Please could Tobias bring back his library book',
    'Nice to see Will sharing at last',
    'Much calmer lining up this week, Kofi. More of that please!',
    'Neater letters already, Priti. Stick at it!',
    'Not so loud next time, Tobias.',
    'A bit less chatting on the carpet tomorrow, Xanthe',
    'Nearly on time today, Zainab! Getting there.',
    'Still waiting for that homework, Jasmine.',
    'Try to sit still in assembly, Saoirse.',
    'Kinder words at lunch today, Kofi, so keep going',
    'Zainab sat far more quietly than yesterday',
    'Tobias must remember his kit next week',
    'Kofi needs to try harder with his spellings',
    'Why can everyone not be as polite as Xanthe?',
    'If only the rest of Year 3 worked like Priti!',
    'Today, Tobias, was so much better than Monday',
    'Xanthe forgot her reading book again',
    'Unlike Saoirse, the rest of us remembered our wellies',
    'Better manners at the table, Priti! Keep going.',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });

  test.each([
    'Much calmer lining up this week, Year 3. More of that please!',
    'Neater letters already, Robins. Stick at it!',
    'We met our pen friend from Kenya, Zainab.',
    "Kofi's bridge was stronger than the teacher's",
    'We like our new class book about a fox, Pax.',
    'Better weather today, hooray! Keep it coming.',
    'Not so loud next time, Reception! The owls are asleep',
    'Priti, Kofi and Xanthe sat beautifully',
    'A better day than Monday. Keep going, Year 6!',
    'Why can every day not be as sunny as Friday?',
    'Tobias, Kofi and Priti must remember the secret code in our play',
    'More maths tomorrow, more art on Friday, more fun in May.',
    'The pictures are by Priti.',
    'If only every week had a Forest School day!',
    'Much better singing from the choir today, everyone. Keep it up!',
    'Try the puzzle in the window, if you dare.',
  ])('and what is for all is left alone: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});
