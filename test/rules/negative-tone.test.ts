import { describe, expect, test } from 'vitest';
import { negativeTone } from '../../src/policy/rules/negative-tone.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

describe('negative-tone', () => {
  test.each([
    'Yet again the coach company let us down. Disgraceful service',
    "Some parents still think the zigzag lines don't apply to them",
    'We are sick of picking up litter after the Friday market',
    'Really disappointed with the behaviour of Year 6 on the trip today',
    'Is it really so hard to label a jumper?',
    'Thanks for nothing, Southern Rail. 60 children stranded on a platform',
    "Great. Another training day cancelled by the council with an hour's notice",
    "If parents read the letters we send, we wouldn't have to keep repeating ourselves",
    'Only three parents turned up to the maths workshop. Poor effort.',
    'The referee robbed us today, an absolute joke of a decision',
    'Shame on the person who stole our daffodils',
    "Ofsted haven't a clue",
    "We're short-staffed again and the roof still leaks",
    'Late again, Year 3 parents. The gate closes at 8.50, not when you feel like it.',
    "Lost 5-0. Embarrassing, and half the team clearly didn't care",
    'Thank you to everyone who ignored our request to park elsewhere',
    'Another week, another broken promise from the council',
    'The standard of packed lunches is shocking. Parents, please make an effort',
    'Standards in Year 4 have slipped and it shows',
    'Nobody volunteered for the fair, so it is cancelled. Thanks a lot.',
    'The idiots at the council have dug up the road again',
    'Once again our polite requests have been ignored by the same handful of drivers',
    'A very poor show from Year 5 today. We expected better.',
    'Shocking manners from the visiting team',
    'Nice of the bus company to turn up an hour late, as ever',
    'Why is it always the same parents who are late?',
    'You would think adults could manage to park between two lines',
    'What a shower of a council',
    'We were let down yet again by our supplier',
    'Our inspectors clearly came to the wrong school',
    'Absolutely furious with the rail company today',
    'Behaviour on the bus was terrible. You know who you are.',
    'Year 6 were rude and lazy in rehearsal. We are ashamed of them.',
    "The government clearly couldn't care less about small schools",
  ])('complains or blames: %s', (text) => {
    expect(seen(negativeTone, draftOf(text))).not.toEqual([]);
  });

  test.each([
    'Sadly the disco is cancelled because of the snow. We are sorry for the disappointment',
    'We lost 3-1 but played with heart. Well done to the other side',
    'The trip to the farm is postponed until May. Sorry, everyone',
    'We are closed today because the heating has failed. Apologies',
    'We will remember them. Year 5 laid a wreath this morning',
    'Nobody was disappointed by the chocolate fountain',
    'Year 6 wrote angry letters to the Mayor as Victorian mill children',
    'Never tired of this view! Residential day 2',
    'Our worst jokes competition had the hall groaning',
    'What a mess! Nursery made mud soup',
    'Total chaos in the best way: 60 scarecrows on the field',
    'Rain again! Wellies on and off we go',
    'The Selfish Giant opens on Thursday, performed by Year 4',
    'Year 5 debated: is it ever right to break a rule?',
    'We learned that bullying is never acceptable',
    "Please don't park on the zigzags. Thank you for keeping us safe",
    'Unfortunately the swimming pool is closed this week, so PE is in the hall',
    'A huge shame about the weather, but the picnic went ahead indoors',
    "The lazy river at the water park was everyone's favourite",
    'It was so hard to choose a winner of the egg race',
    'Year 2 thought the Romans were rude',
    'How hard can it be to build a bridge from spaghetti? Year 5 found out',
    'Fed up with the rain? So were the worms! Year 1 made a wormery',
    'The lights went out mid-show, and the audience lit the stage with their phones',
    'The coach is running 20 minutes late. Sorry! We will text when we are close',
    'It is with sadness that we say goodbye to our old oak, felled after the storm',
    'Shocking pink was the colour of the day',
    'A terrible storm, a lost ship: Year 5 acted out The Tempest',
    "The bus broke down, but the singing didn't. Home by 4",
    'Our gardening club is fed up of slugs!',
    "We were beaten by a better team today. Well played, St Mary's",
    'Year 3 complained to the Roman emperor, in Latin',
    'No more litter! Our eco team picked up nine bags',
    'Last chance to see the scarecrows',
    "Blame it on the boogie: Year 4's disco",
    'Ugh, Mondays! But then came the owl man',
    'Too much rain for sports day, so we raced paper boats in the gutters',
    "Year 2's wolf says it wasn't his fault",
  ])('is kindly said: %s', (text) => {
    expect(wordsOf(text, seen(negativeTone, draftOf(text)))).toEqual([]);
  });

  test.each([
    ['Shame on whoever did it', 'Shame on'],
    ['We are sick of asking.', 'sick of asking'],
  ])('marks the words themselves: %s', (text, words) => {
    expect(wordsOf(text, seen(negativeTone, draftOf(text)))).toEqual([words]);
  });
});
