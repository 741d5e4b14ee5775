/** What the library throws, read: for tests. */
import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';

/** The status and the body of what X refused. Throws where the call went well, or ended without an answer. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number; body: Record<string, unknown>; headers: Record<string, unknown> }> {
  const error = await call.then(
    (gave) => new Error(`It went well: ${JSON.stringify(gave)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiResponseError)) throw error;
  return { status: error.code, body: error.data as never, headers: error.headers };
}

/** How a call ended that was never answered whole. */
export async function breakOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'answered';
  } catch (error) {
    if (error instanceof ApiPartialResponseError) return 'part of an answer';
    if (!(error instanceof ApiRequestError)) throw error;
    const { error: cause } = (
      error as unknown as { _options: { error: { code?: string; message: string } } }
    )._options;
    return cause.code ?? cause.message;
  }
}
