/** The library that Bellbird uses, sent to the fake: for the fake's own tests and for what the bench compares with. */
import { Agent } from 'node:http';
import { type ITwitterApiClientPlugin, TwitterApi, type TwitterApiTokens } from 'twitter-api-v2';

/** Sends the calls there after they were signed for X, and ends them after so long (ms). */
const sentTo = (at: string, timeout: number): ITwitterApiClientPlugin => ({
  onBeforeRequestConfig: ({ params }) => {
    params.timeout = timeout;
  },
  onBeforeRequest: ({ computedParams: { url } }) => {
    const to = new URL(at);
    url.protocol = to.protocol;
    url.hostname = to.hostname;
    url.port = to.port;
  },
});

export function libraryAt(
  at: string,
  tokens: TwitterApiTokens | string,
  { timeout = 5_000, agent = new Agent({ keepAlive: true }) } = {},
): TwitterApi {
  const settings = { httpAgent: agent, plugins: [sentTo(at, timeout)] };
  return typeof tokens === 'string'
    ? new TwitterApi(tokens, settings)
    : new TwitterApi(tokens as never, settings);
}
