/** What a caller is told when a request cannot be served: always a sentence in JSON, never a stack. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';

/** The part of a log this folder needs; pino's logger is one. */
export type Log = {
  info: (detail: Record<string, unknown>, message: string) => void;
  error: (detail: Record<string, unknown>, message: string) => void;
};

/** Answers with `{error: sentence}`. */
export function refuse(response: Response, status: number, sentence: string): void {
  response.status(status).json({ error: sentence });
}

/** Sentences for what express and its body parser throw, by their `type`. */
const BODY_FAULTS: Readonly<Record<string, readonly [status: number, sentence: string]>> = {
  'entity.parse.failed': [400, 'The body is not valid JSON. Send one JSON object.'],
  'encoding.unsupported': [
    415,
    'The body is packed in a way Bellbird does not read. Send it plain.',
  ],
  'charset.unsupported': [415, 'The body is not in UTF-8. Send JSON in UTF-8.'],
  'request.aborted': [400, 'The request stopped before its end. Send it again.'],
  'request.size.invalid': [400, 'The request was not as long as it said. Send it again.'],
};

function statusOf(fault: unknown): number {
  const { status } = (fault ?? {}) as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/**
 * The last stop for errors: a sentence for the caller, the rest for the log. `faultInWords` turns a fault of
 * the store into a sentence; it is answered with 503, for it passes once somebody has acted on it.
 */
export function faultAnswers(
  log: Log,
  faultInWords: (fault: unknown) => string | null,
): ErrorRequestHandler {
  return (fault, request, response, next) => {
    if (response.headersSent) return next(fault);
    const { type, limit } = (fault ?? {}) as { type?: unknown; limit?: unknown };
    if (type === 'entity.too.large') {
      const most = `${Math.round(Number(limit) / 1024)} kB`;
      return refuse(
        response,
        413,
        `That is more than ${most}, the most Bellbird takes here at once. Shorten it.`,
      );
    }
    const known = BODY_FAULTS[String(type)];
    if (known) return refuse(response, ...known);
    const status = statusOf(fault);
    if (status < 500)
      return refuse(response, status, 'Bellbird cannot read that request. Check the address.');
    log.error({ err: fault, method: request.method, path: request.path }, 'a request failed');
    const words = faultInWords(fault);
    if (words !== null) return refuse(response, 503, words);
    refuse(
      response,
      500,
      'Something went wrong at our end, and nothing was changed twice. Try again.',
    );
  };
}

/** For addresses that lead nowhere. */
export const nothingHere: RequestHandler = (request, response) => {
  refuse(response, 404, `There is nothing at ${request.method} ${request.path.slice(0, 200)}.`);
};
