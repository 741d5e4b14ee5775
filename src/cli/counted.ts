/** A number with its noun: "1 pupil", "2 pupils". `many` is for nouns that take no s. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
