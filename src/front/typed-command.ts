/** The command line as a person at the machine can type it: nothing puts `bellbird` itself on their path. */

/** A command of ours with its words, such as `roll import roll.csv`, ready to be typed in Bellbird's folder. */
export function typedCommand(words: string): string {
  return `npm run -s bellbird -- ${words}`;
}
