/** Pages that stand open: event streams that are read and thrown away. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

/** Opens the stream of one person's page `count` times; resolves when the server has begun to answer all. */
export async function watching(
  url: string,
  person: string,
  count: number,
): Promise<{ close: () => void }> {
  const requests = Array.from({ length: count }, () =>
    get(`${url}/playground/events?as=${person}`),
  );
  for (const request of requests) {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`The stream answered ${response.statusCode}.`);
    // Hanging up is how a page leaves, and no fault.
    response.on('error', () => {});
    request.on('error', () => {});
    response.resume();
  }
  return {
    close: () => {
      for (const request of requests) request.destroy();
    },
  };
}
