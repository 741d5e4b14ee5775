/** What the posts of the suite say: each unlike all others, and many of the kind that X writes anew. */
const KINDS: readonly ((name: string) => string)[] = [
  (name) => `${name}: the Year 3 choir sang in the hall today.`,
  (name) => `${name}: Years 1 & 2 grew more than 3 < 4 sunflowers > last year.`,
  (name) => `${name}: see the photos at https://www.gov.uk/schools?a=1&b=2 and enjoy them.`,
  (name) => `${name}: a cafe\u0301 in the hall, and many thanks to all who came.`,
  (name) => `${name}: our netball team won.\n\nThe choir sang too. #Larkfield`,
  (name) => `  ${name}: well done to everybody in the relay \u{1f3c3}\u200d\u2640\ufe0f  `,
];

export const wordsOf = (name: string, number: number): string =>
  KINDS[number % KINDS.length]?.(name) ?? name;
