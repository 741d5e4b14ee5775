/** What became of a call to X that did not end well, free of the library's own errors. */

/** Header names in small letters. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

export type Fault =
  /** X never had the request: no connection, or no name found for it. */
  | { kind: 'not-sent'; why: string }
  /** Whoever answered is not known to be X, so nothing was sent. */
  | { kind: 'not-trusted'; why: string }
  /** X answered with a status of 400 or more. `type` is the last part of the problem's address; '' where the answer cannot be read. */
  | {
      kind: 'answered';
      status: number;
      type: string;
      detail: string;
      readable: boolean;
      headers: Headers;
    }
  /** No whole answer came, or one that says nothing: X may have done it or not. */
  | { kind: 'lost'; why: string }
  /** Not asked, for X would surely refuse until then (epoch ms). */
  | { kind: 'waits'; until: number }
  /** The keys are those of another account. */
  | { kind: 'other-account'; handle: string };

/** A call that did not end well. */
export class XFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(faultWords(fault));
    this.name = 'XFault';
    this.fault = fault;
  }
}

/** The fault of an XFault; whatever else was thrown says nothing of what became of a call. */
export function faultOf(error: unknown): Fault {
  if (error instanceof XFault) return error.fault;
  return { kind: 'lost', why: error instanceof Error ? error.message : String(error) };
}

/** For whoever reads the log; people in the chat get `refusals.ts`. */
export function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case 'not-sent':
      return `X could not be reached (${fault.why})`;
    case 'not-trusted':
      return `the certificate shown for X is not trusted (${fault.why})`;
    case 'answered': {
      const more = [fault.type, fault.detail].filter((word) => word !== '').join(': ');
      return `X answered with status ${fault.status}${more === '' ? '' : ` (${more})`}`;
    }
    case 'lost':
      return `X gave no answer that says anything (${fault.why})`;
    case 'waits':
      return `X takes no more of these calls until ${new Date(fault.until).toISOString()}`;
    case 'other-account':
      return `the keys are those of @${fault.handle}`;
  }
}

/** The last part of a problem's address: X names the same problem by `api.x.com` and by `api.twitter.com`. */
function problemName(type: unknown): string {
  if (typeof type !== 'string' || type === 'about:blank') return '';
  return (
    type
      .replace(/[/#]+$/, '')
      .split(/[/#]/)
      .at(-1) ?? ''
  );
}

const words = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 300) : '');

/** What an answer of status 400 or more says, whatever its body is. */
export function answered(status: number, body: unknown, headers: Headers): Fault {
  const readable = body !== null && typeof body === 'object';
  const problem = (readable ? body : {}) as Record<string, unknown>;
  const first = Array.isArray(problem.errors) ? problem.errors[0] : undefined;
  const inner = (first !== null && typeof first === 'object' ? first : {}) as Record<
    string,
    unknown
  >;
  // A bad request says what is bad among its errors, and nothing of use above them.
  const detail =
    words(inner.detail) || words(inner.message) || words(problem.detail) || words(problem.message);
  return { kind: 'answered', status, type: problemName(problem.type), detail, readable, headers };
}
