/** Slack's request signing: v0, an HMAC over the time and the very bytes of the body. */
import { createHmac } from 'node:crypto';

/**
 * The two headers by which Slack proves that a request is its own.
 * `at` is the moment of signing in epoch ms; receivers refuse what is more than five minutes old.
 */
export function signed(secret: string, body: string, at: number) {
  const seconds = Math.floor(at / 1000);
  const mac = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${mac}` };
}
