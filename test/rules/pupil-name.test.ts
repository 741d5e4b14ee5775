import { describe, expect, test } from 'vitest';
import { pupilName } from '../../src/policy/rules/pupil-name.ts';
import { entriesOf, rollOf } from '../../src/school/roll.ts';
import { pupilsIn, rows, SECRET, schoolFacts } from './names-school.ts';
import { draftOf, seen } from './tables.ts';

const look = (text: string) => seen(pupilName, draftOf(text), {}, schoolFacts);

describe('a pupil is found', () => {
  test.each([
    ['Saoirse won the sprint', ['Saoirse']],
    ["SAOIRSE'S kite", ['SAOIRSE']],
    ['saoirse’s kite', ['saoirse']],
    ['Saoirses kite flew', ['Saoirses']],
    ['Zoe and Lucja built a dam', ['Zoe', 'Lucja']],
    ['ZOE\u0308 sang', ['ZOE\u0308']],
    ['Saoirse Duff', ['Saoirse Duff']],
    ['S. Duff wrote this', ['S. Duff']],
    ['Joy L in Year 1', ['Joy']],
    ['Ella Rose, EllaRose and Ella-Rose', ['Ella Rose', 'EllaRose', 'Ella-Rose']],
    ['DArcy, D’Arcy and D Arcy', ['DArcy', 'D’Arcy', 'D Arcy']],
    ['Kofi Al Amin and Kofi Amin', ['Kofi Al Amin', 'Kofi Amin']],
    ['Tobias Shaw read to us', ['Tobias Shaw']],
    ['Tobias Hartley Shaw', ['Tobias Hartley Shaw']],
    ["Mark O'Shea and Mark OShea", ["Mark O'Shea", 'Mark OShea']],
    ['#WellDoneSaoirse', ['Saoirse']],
    ['#welldonesaoirse', ['saoirse']],
    ['#TeamGrace #GraceRocks', ['Grace', 'Grace']],
    ['By @SaoirseDuff_9', ['SaoirseDuff']],
    ['By @saoirseduff', ['saoirseduff']],
    ['S a o i r s e ran', ['S a o i r s e']],
    ['Z.a.i.n.a.b ran', ['Z.a.i.n.a.b']],
    ['Za\u200binab ran', ['Za\u200binab']],
    ['Z4in4b ran', ['Z4in4b']],
    ['Zаinаb ran', ['Zаinаb']],
    ['Ｚａｉｎａｂ ran', ['Ｚａｉｎａｂ']],
    ['𝒁𝒂𝒊𝒏𝒂𝒃 ran', ['𝒁𝒂𝒊𝒏𝒂𝒃']],
    ['Zainabbbb!', ['Zainabbbb']],
  ])('%s', (text, words) => expect(pupilsIn(text)).toEqual(words));
});

describe('a name that is a word too is a name', () => {
  test.each([
    ['Well done Grace!', 'Grace'],
    ['well done grace!', 'grace'],
    ['WELL DONE GRACE', 'GRACE'],
    ["Grace's painting is up", 'Grace'],
    ['Poem by Joy in Year 1', 'Joy'],
    ['Summer scored twice', 'Summer'],
    ['We loved hearing Rose read', 'Rose'],
    ['Reader of the week: Will', 'Will'],
    ['Star baker is Hope!', 'Hope'],
    ['Thank you, Bill.', 'Bill'],
    ['Zainab, Hope and Drew dug', 'Hope'],
    ['Joy, please fetch your coat', 'Joy'],
    ['May is our champion speller', 'May'],
    ["Hope's seaside postcard", 'Hope'],
    ['Drew made a volcano', 'Drew'],
    ['“I did it,” said Grace', 'Grace'],
    ['Will King and Art Field', 'Will King'],
    ['Jasmine (Y2) sang', 'Jasmine'],
  ])('%s', (text, word) => expect(pupilsIn(text)).toContain(word));

  test('and the message says why, without the name', () => {
    const [found] = look('Well done Grace!');
    expect(found?.message).toContain('it follows “well done”');
    expect(look('Saoirse Duff won')[0]?.message).toContain('named in full');
  });
});

describe('nobody is named', () => {
  test.each([
    'Joy for all at the fair',
    'Mark your diaries for Friday',
    'Grace before lunch, then pizza',
    'The Summer term starts today',
    'Will you join us for May Day?',
    'Will King Charles visit us?',
    'We planted a rose bush by the gate',
    'Reception drew a picture',
    'Art club is on Monday',
    'Art field trips start in May',
    'Our value this month is Hope',
    'Word of the week: joy',
    'April showers filled the pond',
    'In April and May we visit the farm',
    'The bill for the coach came to £90',
    'SUMMER FAIR ON SATURDAY',
    'Hello Summer! Sun cream, please',
    '#SummerFair #MayDay #ArtWeek #MarkMaking',
    'Mrs Grace and Mr Will led singing',
    'Mrs Xanthe Green taught Year 1',
    'Grace Darling rowed to the wreck',
    'Rose class sang',
    'Our guinea pig Zainab is two',
    'Zainab the hamster is two',
    'In Oliver Twist, Nancy fears Bill',
    'Jasmine tea and rowan berries',
    'Mr Duff, Mrs Shah and Miss Vyas',
    'Write to zainab@larkrise.example',
    'The Isle of Skye and Robin Hood',
  ])('%s', (text) => expect(pupilsIn(text)).toEqual([]));

  test('where a school says who its figures are', () => {
    expect(pupilsIn('Aria Fox came to tea')).toEqual([]);
    expect(pupilsIn('Saoirse the brave is our song')).toEqual(['Saoirse']);
    expect(pupilsIn('Saoirse the brave is our song', { figures: ['Saoirse the Brave'] })).toEqual(
      [],
    );
  });

  test('where the handle is of an organisation the school has confirmed', () => {
    expect(pupilsIn('Thanks @ZainabTrust')).toEqual(['Zainab']);
    expect(
      pupilsIn('Thanks @ZainabTrust', { confirmedHandles: new Set(['@zainabtrust']) }),
    ).toEqual([]);
  });
});

describe('a fix says the year group', () => {
  test.each([
    ["Zainab's painting is up", 'A Year 4 painting is up'],
    ["Look at Zainab's paintings", 'Look at Year 4 paintings'],
    ["New: Zoe's vase and Zainab's temple", 'New: a Year 3 vase and a Year 4 temple'],
    ['A poem by Joy in Year 1', 'A poem by a Year 1 pupil'],
    ['A poem by Zainab (Y4).', 'A poem by a Year 4 pupil.'],
    ["May's drawing of a newt", 'A Reception drawing of a newt'],
  ])('%s', (text, fixed) => expect(look(text)[0]?.fix?.text).toBe(fixed));

  test.each([
    'Well done Zainab',
    "Zainab's painting was made by Saoirse and her nan",
    "Zainab's mum baked",
    'A poem by Zainab and Zoe',
    "Zainab's painting, well done Zainab",
  ])('none is offered where it is not sure: %s', (text) => {
    const found = look(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ fix }) => (fix ? [fix.text] : []))).toEqual([]);
  });

  test('nor where namesakes are in two years', () => {
    const twins = [
      ...rows,
      { ...(rows[19] ?? rows[0]), yearGroup: 'Year 6' } as (typeof rows)[number],
    ];
    const two = rollOf(entriesOf(twins, SECRET), SECRET);
    const text = "Zainab's painting";
    const [found] = seen(pupilName, draftOf(text), {}, { ...schoolFacts, roll: two });
    expect(found?.span).toEqual([0, 6]);
    expect(found?.fix).toBeUndefined();
  });
});

test('without a roll the author is asked to read for names', () => {
  const [found] = seen(pupilName, draftOf('Owls'), {}, { roll: null });
  expect(found).toMatchObject({ severity: 'review' });
  expect(seen(pupilName, draftOf('🦉'), {}, { roll: null })).toEqual([]);
});
