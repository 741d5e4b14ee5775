/**
 * Who may speak to the playground: this machine's own browser, from the playground's own page. There is
 * no password here, so a page elsewhere must not reach it through the visitor's browser, neither by a name
 * that resolves to this machine (DNS rebinding) nor by a form sent across sites.
 */
import type { Request, RequestHandler } from 'express';
import { refuse } from '../http/faults.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const LOOPBACK_PEER = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function hostName(request: Request): string {
  return (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
}

/** False only for a page of another origin: what is no browser sends no Origin, and can forge one anyway. */
function ownOrigin(request: Request): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin.toLowerCase() === `http://${host}`.toLowerCase();
}

/** Refuses (403) what does not come from this machine, by a loopback name, from our own page. */
export const fromThisMachine: RequestHandler = (request, response, next) => {
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  const peer = request.socket.remoteAddress ?? '';
  if (!LOOPBACK_PEER.test(peer) || !LOOPBACK_NAMES.has(hostName(request))) {
    return refuse(
      response,
      403,
      'The playground opens only on the machine it runs on. Use http://127.0.0.1 and its port.',
    );
  }
  if (!ownOrigin(request)) {
    return refuse(response, 403, 'That came from a page of another site, so nothing was done.');
  }
  next();
};
