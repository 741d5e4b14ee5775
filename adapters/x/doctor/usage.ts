/** What X tells an app of its month. It does not tell its credit in money: that stands in X's console alone. */
import { TwitterApi } from 'twitter-api-v2';
import { attention, type Checked, fault, ok } from '../../../src/ports/checked.ts';
import { XFault } from '../fault.ts';
import { asked, PATIENCE, settingsFor } from '../line.ts';
import type { AppKeys } from '../login.ts';

const WHAT = 'X usage';
/** From this part of the month's limit on somebody should know. */
const NEARLY = 0.9;
const LOOK = 'Look at console.x.com, under billing and usage.';

const map = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

function inWords(used: number, cap: number): Checked {
  if (!Number.isFinite(used) || !Number.isFinite(cap) || cap <= 0) {
    return attention(WHAT, 'X does not tell it in numbers.', LOOK);
  }
  const count = (number: number) => number.toLocaleString('en-GB');
  const seen = `${count(used)} of ${count(cap)} posts read this month. X shows its credit in its console only.`;
  if (used >= cap) return fault(WHAT, seen, `X takes nothing more this month. ${LOOK}`);
  return used >= cap * NEARLY ? attention(WHAT, seen, LOOK) : ok(WHAT, seen);
}

/** The app's use of X this month, by X's count of posts read. The app asks for itself: no account's keys may. */
export async function lookAtUsage(app: AppKeys, apiUrl: string | null): Promise<Checked> {
  const full = { fullResponse: true as const, timeout: PATIENCE.read };
  const settings = settingsFor(apiUrl);
  try {
    const asApp = new TwitterApi({ username: app.appKey, password: app.appSecret }, settings);
    const form = { grant_type: 'client_credentials' };
    const granted = await asked(asApp.post('https://api.x.com/oauth2/token', form, full));
    const token = map(granted.body).access_token;
    if (typeof token !== 'string') throw new XFault({ kind: 'lost', why: 'it gave no token' });
    const answer = await asked(new TwitterApi(token, settings).v2.get('usage/tweets', {}, full));
    const { project_usage, project_cap } = map(map(answer.body).data);
    return inWords(Number(project_usage), Number(project_cap));
  } catch (error) {
    if (!(error instanceof XFault)) throw error;
    return attention(WHAT, `X does not tell it: ${error.message}.`, LOOK);
  }
}
