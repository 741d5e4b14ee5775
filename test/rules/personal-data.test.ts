import { describe, expect, test } from 'vitest';
import { personalData } from '../../src/policy/rules/personal-data.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

describe('personal-data', () => {
  test.each([
    "Call Sarah's mum on 07700 900123 to arrange a lift",
    'Email me at home: jo.clarke77@gmail.com',
    'Cards for Freya can go to 22 Willow Drive, Fernley',
    'Freya lives in Willow Drive, so wave as the parade goes past',
    'Oscar was born on 3 March 2018, so he is our leap-week baby',
    'Oscar has broken his arm falling off the climbing frame',
    'Mrs Lowe is back after her knee operation',
    'One of our Year 2 pupils has a severe nut allergy, so no nuts please',
    'Lovely to see Amelia using her new hearing aids in class',
    'Congratulations to Ben, who is autistic, on his solo',
    'Well done Max for coming back after his chemo',
    'Text Miss Dunn on her mobile, 07700 900 456',
    "Lost: one scarf. Ring Ella's nan, 01632 960789",
    'Contact sally.hughes@example.com for a second-hand blazer',
    "Party at Jakub's, 9 Beech Avenue, Saturday 2pm",
    'Post a card to our lollipop man at NN99 9ZZ',
    'Amira, DOB 14/05/2017, is our youngest ever speller',
    "Tommo's had his tonsils out and Tommy is back on Monday",
    'Mr Bell is in hospital after a heart attack',
    'A boy in Year 1 has been diagnosed with leukaemia',
    'Sending love to Niamh in hospital with pneumonia',
    'Our caretaker is off with stress',
  ])('tells what is private: %s', (text) => {
    expect(seen(personalData, draftOf(text))).not.toEqual([]);
  });

  test.each([
    'Please ring the school office on 01632 960123 to book',
    'Childline is free to call: 0800 1111',
    'We raised £1,234.56 and counted 2,345,678 seconds',
    'Final scores 12-10, 21-19, 15-3. The 10.15-11.30 slot went well',
    'ISBN 978-0-14-036246-8 is our book of the week',
    'Email office@larkrise.example for tickets',
    'Write to enquiries@larkrise.sch.uk',
    'Meet us at the Village Hall, 22 Church Lane, AB12 3CD',
    "10 Downing Street got Year 5's letter",
    'Year 2 visited 221B Baker Street',
    'Shakespeare was born on 23 April 1564',
    'Our chicks were born on 3 March 2026',
    'It is Autism Awareness Week. Wear odd socks on Friday',
    'Staff finished their first aid and EpiPen training today',
    'If your child has chickenpox, keep them at home for five days',
    'Year 4 learned about allergies and food labels',
    'Helen Keller was deaf and blind. Year 3 read her story',
    'Mary Seacole nursed soldiers with cholera',
    'We raised £300 for Diabetes UK',
    'There has been a case of scarlet fever in Reception',
    "Nits are about! Please check your child's hair",
    "Year 6's Operation Ouch lesson had everyone in stitches",
    'Children with asthma need an inhaler in school',
    "Tiny Tim's crutch is made from a broom",
    'The children sang carols at the hospital',
    'Mr Hall broke the record for keepy-uppies',
    "Florence Nightingale's hospital in cardboard by Year 2",
    'School trip mobile: 07700 900111',
    'To report an absence call the office on 01632 960000',
    'In 1066 and 1666, 8,000 and 13,200 houses. 020 is the code for London',
    'Our code for the safe in the escape room was 0123456789',
    'Year 3 emailed the museum at education@museum.example',
    'The leisure centre is at AB99 1CD, and parking is free',
    'Year 4 mapped Beech Avenue, counting 22 Oak trees',
    'Year 4 worked out that Mozart was born on 27 January 1756',
    'King Charles III was born on 14 November 1948',
    'Dr Shah from the surgery showed Nursery how to listen to hearts',
    'The children learned how an inhaler works',
    'Our SENDCo, Mrs Bright, runs a coffee morning for parents of children with autism',
    'Deaf Awareness Week: Year 2 signed the whole of Twinkle Twinkle',
    'The vet showed us an X-ray of a dog with a broken leg',
    "Teddy bear hospital! Year 1's bears had plasters, slings and an operation",
    "Great Ormond Street's Peter Pan was our class read",
    'Miss Hill has broken the school record for hula hooping',
    'Year 5 were in stitches at the puppet show',
    "Humpty Dumpty's broken leg was mended by Reception's engineers",
    'Please send named sun cream',
  ])('tells nothing private: %s', (text) => {
    expect(wordsOf(text, seen(personalData, draftOf(text)))).toEqual([]);
  });

  test.each([
    ["Ring Sam's mum on 07700 900123 today", '07700 900123'],
    ['Write to jo.clarke77@example.com.', 'jo.clarke77@example.com'],
    ['Cards for Freya to 22 Willow Drive, Fernley', '22 Willow Drive'],
    ['Oscar has broken his arm', 'broken his arm'],
    ['Amira, DOB 14/05/2017', 'DOB 14/05/2017'],
    ['Her house is at NN99 9ZZ', 'NN99 9ZZ'],
  ])('marks the words themselves: %s', (text, words) => {
    expect(wordsOf(text, seen(personalData, draftOf(text)))).toEqual([words]);
  });

  test('no message repeats what it is about', () => {
    const said = [
      "Ring Sam's mum on 07700 900123 today",
      'Write to jo.clarke77@example.com.',
      'Cards for Freya to 22 Willow Drive, Fernley',
      'Oscar has broken his arm',
      'Amira, DOB 14/05/2017',
      'Her house is at NN99 9ZZ',
    ].flatMap((text) => seen(personalData, draftOf(text)).map(({ message }) => message));
    expect(
      said.filter((message) =>
        /07700|clarke|Willow|broken|2017|NN99|Oscar|chemo|autis/i.test(message),
      ),
    ).toEqual([]);
  });
});
