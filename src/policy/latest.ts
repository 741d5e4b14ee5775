/** Several rules ask the same of one draft, one after another: what was last found is kept for the next. */

/** The same function of a text, keeping its last answer; answers are shared, so they are not to be changed. */
export function keepingLatest<Answer>(find: (text: string) => Answer): (text: string) => Answer {
  let latest: { text: string; answer: Answer } | null = null;
  return (text) => {
    if (latest?.text !== text) latest = { text, answer: find(text) };
    return latest.answer;
  };
}
