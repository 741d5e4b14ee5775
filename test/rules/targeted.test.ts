import { describe, expect, test } from 'vitest';
import { negativeTone } from '../../src/policy/rules/negative-tone.ts';
import { offensive } from '../../src/policy/rules/offensive.ts';
import { personalData } from '../../src/policy/rules/personal-data.ts';
import { purpose } from '../../src/policy/rules/purpose.ts';
import { targeted } from '../../src/policy/rules/targeted.ts';
import { MOST_TIMES, timesOrdinary } from './pace.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

describe('targeted', () => {
  test.each([
    'Well done to Zainab for reading to Nursery all week! 📚',
    'Happy 8th birthday Oscar! Have a lovely day 🎂',
    'Get well soon, Amelia. Everyone in 3B misses you.',
    'Good luck to Ethan, who swims for the county tomorrow',
    'So proud of Lola for standing up in assembly',
    'Thank you to the grandad who mended our gate',
    'To the parent whose car is blocking the gate: please move it',
    'A certain Year 4 pupil turns nine today, and they know who they are 🎉',
    'Would the owner of the blue Fiesta please move it from the staff car park',
    "Thank you to Oscar's mum for the beautiful cakes",
    'A huge thank you to one of our Year 2 families for the donation of books',
    'The Khan family: thank you for the tent!',
    'Star of the week: Oscar, for kindness on the playground',
    'Oscar won the county cross-country on Saturday. Amazing!',
    'Lily, your PE kit is in the office',
    "Message for Ben's dad: the spare key is in the office",
    'Our thoughts are with one of our Year 5 families today',
    'A beautiful dive from Priya at the gala',
    'Fantastic effort from Anna-Maria this week',
    'Keep smiling, Sam, we are all behind you',
    'Big thanks to a Year 1 mum for sewing 60 sheep costumes',
    'To the Year 6 pupil who handed in a purse: you did the right thing',
    "Welcome to the world, baby Noah! Congratulations to Noah's mum and dad in Reception",
    'Goodbye to Oscar, who moves to Leeds today',
  ])('is aimed at one person or family: %s', (text) => {
    expect(seen(targeted, draftOf(text))).not.toEqual([]);
  });

  test.each([
    'So proud of Year 6 for standing up in assembly',
    'Well done Kestrels! 100% attendance this week',
    'Well done Robins, Owls and Kingfishers for a super tidy cloakroom',
    'Thank you Mrs Patel for the wonderful sewing club',
    'Happy birthday to Roald Dahl! We dressed as our favourite characters',
    'Happy birthday NHS!',
    'Good luck England! The whole school will be watching',
    'Welcome back everyone! What a lovely start to term',
    'Thank you to author Tom Palmer for visiting Year 5 today',
    'Thank you to PC Brown for talking to Reception about road safety',
    'Thank you to all the families who came to our harvest service',
    'Congratulations to Oscar, Amelia and Zainab, our new librarians',
    'Congratulations to our chess team on winning the county final',
    "Josh's volcano erupted all over the table. Science!",
    'A wonderful poem by Harriet in Year 4',
    'A stunning dragon painting from Harriet in Year 3',
    'Our school family is growing: welcome to the new Reception class',
    'Thank you to our parent governors for their time',
    'Family assembly on Friday at 9. All welcome',
    'Thank you to the PTA for a wonderful fair',
    'We read about the family who lived in Pudding Lane',
    'Miss Reed ran the London Marathon on Sunday. Well done, Miss Reed!',
    'Star of the week goes to the whole of Year 1',
    "Marcus Rashford's story inspired Year 5 today",
    'Goodbye and good luck to Mr Hall, who retires today after 30 years',
    'Hello Summer! Sun hats on, everyone',
    'Our new school guinea pig is called Max. Welcome, Max!',
    'Thank you Tesco for the fruit',
    'Thank you, Dan, from the Premier League foundation for a football workshop',
    'Well done everyone who took part in Bikeability',
    'Two pupils from every class planted a tree today',
    'Each child took home a seed',
    'Would you like to join the choir? Come to the hall at 12.30',
    'Can you help? We need yoghurt pots for our robots',
    'Dear Santa, Year 1 have been very good',
    'Dear Mr Gumpy, may we come along too?',
    "Once upon a time, a boy and a girl lived in a wood. Year 2's stories are ready",
    'A parent came in to talk about being a vet. Year 1 had 43 questions',
    'The children met a firefighter and a nurse',
    'A beautiful painting from Priya',
    "Amazing goal by Year 5's captain",
    'Well done to everyone in the cross-country team, first to last',
    'Thank you to Mr and Mrs Shah from the farm shop for the pumpkins',
    'Thank you to the parents who helped on the beach clean',
    'Bon voyage to Year 6 on their residential',
    'Thank you to our lovely lollipop lady',
    'Good luck to our Year 6 pupils as they start SATs',
    'Lovely letter from the King! Reception danced',
    'Amelia Earhart flew across our hall today',
    'Hello from the top of Snowdon! Year 6 made it',
    'Hope you all have a good weekend',
    "Grace, patience and a lot of glue: Year 4's marble runs",
    'Will you join us for May Day?',
    'Rose, lily, daisy: we pressed them all',
    'Jack and the Beanstalk opens tonight. Break a leg, Year 2!',
    'Well done to Samira and her team-mates',
  ])('is for everyone: %s', (text) => {
    expect(wordsOf(text, seen(targeted, draftOf(text)))).toEqual([]);
  });

  test.each([
    ['Well done, Josh! A lovely day', 'Josh'],
    ['Aisha, please collect your recorder', 'Aisha'],
    ['100 lengths! #WellDoneTyrell', '#WellDoneTyrell'],
    ['Thank you to the grandad who mended our gate', 'Thank you to the grandad who'],
    ['Well done J\u043esh', 'J\u043esh'],
    ['The Khan family: thank you for the tent', 'Khan family'],
  ])('marks the words themselves: %s', (text, words) => {
    expect(wordsOf(text, seen(targeted, draftOf(text)))).toEqual([words]);
  });

  test('no message repeats what it is about', () => {
    const said = [
      'Well done, Josh! A lovely day',
      'Aisha, please collect your recorder',
      '100 lengths! #WellDoneTyrell',
      'Thank you to the grandad who mended our gate',
      'Well done J\u043esh',
      'The Khan family: thank you for the tent',
    ].flatMap((text) => seen(targeted, draftOf(text)).map(({ message }) => message));
    expect(said.filter((message) => /Josh|Aisha|Tyrell|Khan/i.test(message))).toEqual([]);
  });
});

describe('the five rules of meaning', () => {
  const five = [targeted, offensive, negativeTone, personalData, purpose];
  test.each([
    'a ',
    'Josh, ',
    'well done ',
    "'a'",
    '07 ',
    'a@',
    'a.',
    '1 Larch ',
    'f*',
    's h ',
    'A',
    '"',
    'thank you to the ',
    'Year 3 ',
    'born on the ',
    'was simply just absolutely ',
    '🏊',
    '@a_',
  ])('read 4,000 characters of %j about as fast as ordinary words', (scrap) => {
    const read = (text: string) => {
      for (const rule of five) seen(rule, draftOf(text));
    };
    const words = scrap.repeat(Math.floor(4000 / scrap.length));
    expect(timesOrdinary(read, words)).toBeLessThan(MOST_TIMES);
  });

  test('no hidden character, lookalike or other case turns a finding into silence', () => {
    const drafts = [
      [offensive, 'What a bunch of useless idiots'],
      [targeted, 'Well done Oscar on your swimming'],
      [personalData, 'Oscar has broken his arm'],
      [negativeTone, 'Shame on the council'],
      [purpose, 'Reminder: bring your wellies on Friday'],
    ] as const;
    for (const [rule, text] of drafts) {
      for (let at = 1; at < text.length; at += 1) {
        const hidden = `${text.slice(0, at)}\u200b${text.slice(at)}`;
        expect(seen(rule, draftOf(hidden)), hidden).not.toEqual([]);
      }
      for (const dressed of [
        text.replaceAll('o', '\u043e'),
        text.normalize('NFD'),
        text.toUpperCase(),
      ])
        expect(seen(rule, draftOf(dressed)), dressed).not.toEqual([]);
    }
  });
});
