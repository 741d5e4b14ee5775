/** The door POST /api/messages: who may come in, and what they are told. */
import { CloudAdapter, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import type { Activity, InvokeResponse } from 'botframework-schema';
import type { Posted, Said } from '../http/json-door.ts';
import { hush } from './hush.ts';
import type { Log } from './log.ts';
import { activityIn } from './shape.ts';

/** What is not done by then goes on by itself, ms: Teams sends a message again that is not answered in 15 s. */
const ANSWER = 5_000;
/** The SDK answers so where its own keys could not be fetched. */
const NO_KEYS = 500;

/** What a proxy or a tunnel adds: then it is not this machine that calls. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via', 'x-real-ip'];
/** A page in a browser says where it comes from; the programs that try a bot do not. */
const FROM_A_PAGE = ['origin'];
const HERE = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)(?::\d+)?$/i;

/** The SDK's `process` prints every fault and tells the caller its message; the step inside it does neither. */
class Turns extends CloudAdapter {
  take(
    by: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(by, activity, logic);
  }
}

/** Why a call is refused where nothing proves who sends, or null. */
function notFromHere(headers: Posted['headers']): string | null {
  const strange = [...FORWARDED, ...FROM_A_PAGE].find((name) => headers[name] !== undefined);
  if (strange === undefined && HERE.test(headers.host ?? '')) return null;
  return 'While TEAMS_INSECURE_LOCAL is on, only programs on this machine may call, and not through a tunnel or proxy.';
}

/**
 * Whether the token itself names the address that is called back. The SDK holds the two together for Microsoft's
 * own tokens, and not for those of another bot or of its emulator, which it takes at the same door.
 */
function vouchedFor({ claimsIdentity }: AuthenticateRequestResult, { serviceUrl }: Activity) {
  return claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim) === serviceUrl;
}

/**
 * Answers one call; never rejects. `happened` does what an activity asks and gives what an invoke is answered
 * with: undefined for one that is not known. `open`: nothing proves who sends.
 */
export function doorTo(options: {
  auth: BotFrameworkAuthentication;
  open: boolean;
  log: Log;
  happened: (activity: Activity) => Promise<unknown>;
}): (posted: Posted) => Promise<Said> {
  const { auth, open, log, happened } = options;
  const turns = new Turns(auth);

  const verified = async (
    activity: Activity,
    headers: Posted['headers'],
  ): Promise<AuthenticateRequestResult | Said> => {
    try {
      const { authorization = '' } = headers;
      const by = await hush(() => auth.authenticateRequest(activity, authorization));
      if (open || vouchedFor(by, activity)) return by;
    } catch (error) {
      if (error instanceof AuthenticationError && error.statusCode === NO_KEYS) {
        log.error({}, "Microsoft's keys could not be fetched, so nobody can be let in");
        return { status: 503 };
      }
    }
    log.warn({}, 'a call that Teams did not sign was refused');
    return { status: 401 };
  };

  /** Does it in a turn of the SDK, which brings the answer of an invoke. */
  const turn = (
    by: AuthenticateRequestResult,
    activity: Activity,
  ): Promise<InvokeResponse | undefined> =>
    turns.take(by, activity, async (context) => {
      const body = await happened(context.activity);
      if (activity.type !== 'invoke') return;
      const value = body === undefined ? { status: 501 } : { status: 200, body };
      await context.sendActivity({ type: 'invokeResponse', value });
    });

  return async ({ headers, body }) => {
    const activity = activityIn(body);
    if (activity === null) {
      return { status: 400, body: { error: 'This door takes activities of the Bot Framework.' } };
    }
    const refused = open ? notFromHere(headers) : null;
    if (refused !== null) return { status: 403, body: { error: refused } };
    // Other channels of the Bot Framework are signed too, and there people say themselves who they are.
    if (!open && activity.channelId !== 'msteams') return { status: 403 };
    const by = await verified(activity, headers);
    if ('status' in by) return by;
    const work = turn(by, activity).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      log.error({ why, type: activity.type }, 'something from Teams was not answered');
      return { status: 500 } satisfies InvokeResponse;
    });
    if (activity.type === 'invoke') return (await work) ?? { status: 200 };
    let timer: NodeJS.Timeout | undefined;
    const patient = new Promise<Said>((done) => {
      timer = setTimeout(() => done({ status: 200 }), ANSWER);
    });
    const answer = await Promise.race([work, patient]);
    clearTimeout(timer);
    return { status: answer?.status ?? 200 };
  };
}
