/** Content aimed at one person, told by who is spoken of and what is done: never by a fixed phrase. */
import { describe, expect, test } from 'vitest';
import { targeted } from '../../src/policy/rules/targeted.ts';
import { schoolFacts } from './names-school.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const hits = (text: string) => seen(targeted, draftOf(text), {}, schoolFacts);

describe('one pupil named, and praised, wished, called or reported on', () => {
  test.each([
    'Zainab has only gone and won the art prize. Congratulations from all of us, superstar!',
    'Sublime effort from Otis in 3R, who swam a width without armbands. We are so proud of him!',
    "Kofi's clay owl took a month and it is gorgeous. Well done, Kofi!",
    "Reminder for Xanthe's family: her trip form is due by noon tomorrow.",
    'Nearly curtain up and we need tissues. Break a leg, Priti! 🎤',
    'Who made the headteacher cry happy tears in assembly? Tobias did. What a voice he has!',
    'Nine today! Everyone sing for Jasmine at lunch please 🎂',
    'Our very own Saoirse is off to Wembley on Saturday. Go smash it!',
    'Last day today for Aria, who is moving to Spain with her mum. We shall miss her giggle.',
    'Priti is poorly at home this week. Big hugs from everyone in Owls x',
    'A new baby brother for Kofi, born on Sunday! Congratulations to the whole family',
    "Could somebody tell Tobias's mum that his inhaler is in the office?",
    'From wobbling on stabilisers to Bikeability Level 2: take a bow, Zainab.',
    'Zainab read her first whole book today. She was beaming, and so were we!',
    'Hats off to Tobias. Most children would have given up. He did not.',
    'Mr Hill says nobody has ever batted like Priti did on Friday 🏏',
    'Kofi, we are all rooting for you tomorrow!',
    "Xanthe's grandma: you left your umbrella in the hall.",
    'Jasmine got her pen licence this morning. Lovely joined writing at last.',
    'Young Tobias has raised £300 for the hospice by shaving his head. Hero.',
    'Top of the leaderboard, yet again: Priti with 200 books. Unstoppable!',
    'Mrs Hill would like to say a special thank you to Saoirse for the get well card',
    'No swimming kit again for Kofi today, so he watched from the side.',
    'It was lovely to bump into Priti and her mum at the market. Thanks for the biscuits!',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });
});

describe('one person nobody has named, and praised, blamed, called or reported on', () => {
  test.each([
    'To the family who have not paid for three weeks of lunches: it is unfair on everybody else.',
    'One boy in Year 4 spent the whole of the museum trip sulking on the coach.',
    'A certain parent parked across the zigzags again this morning.',
    'You left your buggy in the hall, Year 1 mum with the spotty scarf. It is safe in the office.',
    'One of our Year 5 girls was the only child in the county to get full marks in the maths challenge. Wow!',
    'A little girl in Nursery came in crying today because her mum forgot it was pyjama day.',
    'One particular family has been late every day this week. You know how to set an alarm.',
    'Huge gratitude to a lovely dad in Reception who fixed our shed for nothing.',
    'Somebody in Year 6 owes Mrs Hill an apology. She is waiting.',
    'The pupil who wrote on the toilet wall has been spoken to and will be cleaning it off.',
    'A very special young lady in Oak class turns seven tomorrow 🎈',
    'We are sending all our love to a family in our Year 2 community who lost their home in a fire.',
    'Special delivery! One of our Reception mums had twins at the weekend. Congratulations, you two.',
    'If you are the mum who dropped a purple purse by the bins, ring the office.',
    'Whoever left a lunchbox with a whole kipper in it, please come and get it before Monday.',
    'Farewell to one of our longest-serving parents, whose youngest leaves us on Friday.',
    'A boy in our Year 3 class told us today that he has been adopted. We could not be happier for him.',
    'That was some goal from our little number 7. You know who you are, champ!',
    'Only one child in Year 2 has not brought in a costume. Mum, Dad: today please!',
    'How brave was our new starter today? Not one tear. Well done, you.',
    'There is a grandad at our gate who makes every morning brighter. Thank you, sir.',
    'Our head girl has won a scholarship to the music college. We are bursting with pride.',
    'Birthday boy in Class 3! He is eight and he wants everyone to know it.',
    'Missing you, little friend in hospital. Robins class are thinking of you every day.',
    'Thanks to the anonymous mum who paid for a whole class to see the panto.',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });
});

describe('what is for everyone, of work, or of people who are not ours', () => {
  test.each([
    'One child in every class becomes a librarian in September. Apply by Friday!',
    'A parent or carer must sign the form.',
    'Any parent who would like to help on the trip, please see the office',
    'The reading child picks a book and the listening child asks three questions.',
    'Every family gets a sunflower seed. Whose will grow tallest?',
    'A pupil in role as Queen Victoria opened our exhibition',
    'One pupil asked whether fish get thirsty. Nobody knew, so we are finding out.',
    'Behind every great reader is a grown-up who turned the pages. Thank you, all of you.',
    'Tobias, Priti and Kofi are our new playground buddies. Well done all three!',
    "Zainab's haiku is up by the library. Stop and read it.",
    'The weather vane was designed by Kofi in Year 5 and welded by the blacksmith',
    'Zara with Kofi, Priti with Xanthe: our reading buddies this week',
    'Thank you to Dr Khan, who showed us an x-ray of a python',
    'A round of applause for our cook, who made 200 pancakes',
    'Bravo to the driver who brought us home through the snow',
    'The girl who saved her village is the hero of our class story',
    'We met a mum from 1945! Our museum visitor stayed in role all day',
    'Each pupil has been given a log-in. Ask your child to show you theirs.',
    'Is your child starting school in September? Come and see us',
    'If you are a parent who speaks Polish, we would love your help at the fair',
    'Whoever finds the golden egg wins a book. Happy hunting, everyone!',
    'Who is the fastest teacher? Miss Lee, by a whisker. Well done!',
    'Happy birthday to our school! 150 years old today',
    'Happy birthday to Bramble, our school dog',
    'Congratulations to one of our teaching assistants, who ran the marathon',
    'To the person who invented half term: thank you',
    'A child who can read can go anywhere. Library open until 4.',
    'The winning team was Oak. Well done, Oak!',
    'A brother and sister called Hansel and Gretel knocked on our classroom door',
    'Every winner takes home a medal, and every runner takes home a banana',
    'What does a good friend do? Year 1 had 31 answers',
    'Well done to our parent choir for a beautiful evening',
    'Message from the tooth fairy: Year 1 are keeping me busy',
    'Dear future pupil, here is what you should know: letters from Year 6 to next September',
    'Our Year 6 captain tossed the coin and Year 5 won the match',
    'You know who you are: a poem about identity by Class 4',
    'Amelia Earhart would be proud of these planes',
    'Lost: one small blue glove. It is on the fence by the gate.',
    'Sports hall athletics: first place to Oak Lane, second place to us',
    'Mum, Dad, Gran, Grandad: bring them all to the concert on Thursday',
    'The family of blackbirds in the hedge has five chicks',
    'Thank you to Sam from the fire service for the ladder demonstration',
    'Our best reader? The dog. Bella sits and listens to everyone.',
    'Welcome to Reception, little ones. What a first morning!',
    'Our youngest class planted the biggest pumpkin',
  ])('%s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});
