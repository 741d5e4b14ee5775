/** What teachers type, mixed: plain, with links and tags, long, held up by a rule. */
const WORDS: readonly string[] = [
  'Our Year 4 bread has risen, and so has the smell in the corridor.',
  'Great morning at Forest School! We found newts, frogspawn and one very old boot. #ForestSchool',
  'Thank you @NationalTrust for showing Year 5 how a mill wheel turns.',
  'Thank you @SomebodyUnknown for the loan of the drums.',
  'The bridge that Year 6 built from spaghetti held 4 kg. 🍝🌉 See https://www.example.org/bridges #Science',
  'The #science fair had 31 tables, and 31 kinds of mess.',
  'Reception counted to 100 in leaves, stones and, briefly, worms. '.repeat(3).trim(),
  'Clay owls dry best in the sun, so our sill is full of them. '.repeat(7).trim(),
  'Our choir sang in the market hall today: three songs, two encores and a dog that joined in.',
  'Clay o\u200Bwls everywhere.',
  '@NationalTrust when is the next walk?',
  'Merci, dziękuję, diolch, спасибо: Year 4 can say thank you in 12 languages. ❤️',
];

/** Wording number `index`: never twice the same. */
export function words(index: number): string {
  return `${WORDS[index % WORDS.length]} ${index}`;
}
