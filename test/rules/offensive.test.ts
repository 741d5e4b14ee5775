import { describe, expect, test } from 'vitest';
import { offensive } from '../../src/policy/rules/offensive.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

describe('offensive', () => {
  test.each([
    'Our shitty wifi is back',
    'Bloody hell, what a goal',
    'The idiots at the council have dug up the road again',
    'Y6 smashed it, you absolute legends. F**king brilliant',
    'Have a damn good weekend',
    "Loving Mr Hall's tight trousers, very sexy",
    'She throws like a girl but still won',
    "St Mark's are a bunch of cheats",
    "That lot at St Jude's are thick",
    'Some absolute t*ssers have nicked our bench',
    'Crap weather, great kids',
    'Our TA is a total MILF',
    'Year 4 dressed as gypsies and looked suitably filthy, just like the real pikeys',
    'Mr Dunn is fiddling the register and everybody knows it',
    'Arse over tip on the ice this morning',
    'wtf is going on with this weather',
    'A fat lot of good those lardy dinner ladies are',
  ])('offends: %s', (text) => {
    expect(seen(offensive, draftOf(text))).not.toEqual([]);
  });

  test.each([
    'Great tits, coal tits and a woodpecker at the feeder',
    "Bottom turns into an ass in Year 6's A Midsummer Night's Dream",
    'The Scunthorpe trip was a blast',
    "Bloody Mary, Lady Jane Grey and other Tudors: Year 4's portraits are up",
    'Our cockerel, Keith, has been crowing since five',
    "Dick Whittington rehearsals have begun. He's behind you!",
    'Sports day: winners, losers and a lot of ice lollies',
    'Daft as a brush, the lot of us. Pyjama day was fun',
    "Silly Billy goats! Year 1's Billy Goats Gruff show",
    'Hen night in the coop: the chicks have hatched',
    'Shuttlecocks at the ready for badminton club',
    'Titanic models sink or float',
    'Moby Dick in a bottle by Year 5',
    'Beavers can chew through a tree. Dam busters!',
    "It's hot today! Please send a hat",
    'The cast of Oliver! wowed the hall. Fagin stole the show',
    "Hell's Mouth is a beach in Wales, and Year 6 have surfed it",
    'Y5 made stuffed peppers with cumin and chilli',
    "Cocktail umbrellas and mocktails at the leavers' do",
    'Assembly on assassins: who killed Caesar?',
    'A massive thank you, a class act',
    "Peacocks, cocoa and Hancock's half hour",
    "We dissected owl pellets. Someone found a shrew's skull!",
    'Grape harvest, therapist visit, Titanic week',
    'Sussex, Essex, Middlesex and Wessex',
    'Fantastic Mr Fox outfoxed Boggis, Bunce and Bean',
    'Mr Dickens would be proud',
    'The children voted Hooker the best position in rugby',
    'Reception counted 15 sheep, 5 ships and 1 ass... no, donkey!',
    'Sex and reproduction in plants: Year 6 dissected lilies',
    'Hoe, hoe, hoe! The garden is dug',
    'A bloody battle at Hastings, retold in Lego',
    'Swallows and Amazons: Titty and Roger set sail',
    'The thick of winter, and the thin ice warning: stay off ponds',
  ])('gives no offence: %s', (text) => {
    expect(wordsOf(text, seen(offensive, draftOf(text)))).toEqual([]);
  });

  test.each([
    ['Y6 smashed it. F**king brilliant', 'F**king'],
    ['What a s.h.i.t. day', 's.h.i.t'],
    ['b0ll0cks to that', 'b0ll0cks'],
    ['Ｆｕｃｋ', 'Ｆｕｃｋ'],
    ['It was sh\u200bit', 'sh\u200bit'],
    ["The dog's bollocks!", 'bollocks'],
    ['You 1d10t', '1d10t'],
    ['#SoShit', 'SoShit'],
  ])('marks the words themselves: %s', (text, words) => {
    expect(wordsOf(text, seen(offensive, draftOf(text)))).toEqual([words]);
  });
});
