/** What X sends back: answers, and its refusals as "problems" (RFC 7807) in its own wording. */

export type Answer = {
  status: number;
  body: unknown;
  /** JSON unless told. */
  type?: string;
  headers?: Record<string, string>;
};

/** Problem types have come with both hosts; real ones of 2026 still name the older. */
const PROBLEMS = 'https://api.twitter.com/2/problems';

export const ok = (body: unknown, status = 200): Answer => ({ status, body });

function problem(
  status: number,
  title: string,
  detail: string,
  type = 'about:blank',
  more: object = {},
): Answer {
  return { status, body: { title, detail, type, status, ...more } };
}

/** A request that was badly made: each fault with the parameter and the value seen. */
export function invalid(
  faults: readonly { message: string; parameters?: Record<string, string[]> }[],
): Answer {
  const body = {
    errors: faults.map((fault) => ({ parameters: {}, ...fault })),
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${PROBLEMS}/invalid-request`,
  };
  return { status: 400, body };
}

export const unauthorised = () => problem(401, 'Unauthorized', 'Unauthorized');
export const forbidden = (detail: string) => problem(403, 'Forbidden', detail);
export const duplicate = () =>
  forbidden('You are not allowed to create a Tweet with duplicate content.');
export const notPermitted = () => forbidden('You are not permitted to perform this action.');
export const suspended = () =>
  problem(
    403,
    'Forbidden',
    'The user used for authentication is suspended',
    `${PROBLEMS}/user-suspended`,
  );
export const readOnly = () =>
  problem(
    403,
    'Forbidden',
    'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
    `${PROBLEMS}/oauth1-permissions`,
  );
export const wrongLogin = (supported: string) =>
  problem(
    403,
    'Unsupported Authentication',
    `Authenticating with OAuth 1.0a User Context is forbidden for this endpoint.  Supported authentication types are [${supported}].`,
    `${PROBLEMS}/unsupported-authentication`,
  );
export const noCredit = () =>
  problem(
    402,
    'CreditsDepleted',
    'Your enrolled account does not have any credits to fulfill this request.',
    `${PROBLEMS}/credits`,
  );
export const tooMany = () => problem(429, 'Too Many Requests', 'Too Many Requests');
export const capped = () =>
  problem(
    429,
    'UsageCapExceeded',
    'Usage cap exceeded: Monthly product cap',
    `${PROBLEMS}/usage-capped`,
    { period: 'Monthly', scope: 'Product' },
  );
export const notFoundPage = () => problem(404, 'Not Found', 'Not Found');
export const down = (status: number) =>
  problem(
    status,
    status === 503 ? 'Service Unavailable' : 'Internal Server Error',
    'Something went wrong.',
  );

/** What stands among the errors of a 200 for a thing that is not there, or not for this user to see. */
export function missing(parameter: string, value: string, resource = 'tweet') {
  return {
    value,
    detail: `Could not find ${resource} with ${parameter}: [${value}].`,
    title: 'Not Found Error',
    resource_type: resource,
    parameter,
    resource_id: value,
    type: `${PROBLEMS}/resource-not-found`,
  };
}

/** The same for a user X has suspended: it says so in words alone, under the type of what is not there. */
export const suspendedUser = (parameter: string, value: string) => ({
  ...missing(parameter, value, 'user'),
  detail: `User has been suspended: [${value}].`,
  title: 'Forbidden',
});

/** What the app's tier does not have. */
export const notForThisTier = () =>
  problem(
    403,
    'Client Forbidden',
    'When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project. You can create a project via the developer portal.',
    `${PROBLEMS}/client-forbidden`,
    { reason: 'client-not-enrolled', required_enrollment: 'Appropriate Level of API Access' },
  );

export const HTML: Answer = {
  status: 200,
  body: '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Please wait.</body></html>',
  type: 'text/html; charset=utf-8',
};
