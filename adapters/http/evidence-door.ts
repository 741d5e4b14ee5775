/**
 * The door to evidence. Its address is the key: it ends in 96 random bits that stand on the SLT card alone. It is
 * answered with a page, or with a file to keep where `?save` is asked for.
 */
import type { Express } from 'express';
import type { Evidence } from '../../src/front/evidence.ts';
import { evidencePage } from './evidence-page.ts';

const NOTHING =
  '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Nothing here</title><p>There is no evidence at this address. The card of the mentions has the right one.</p></html>';

/** No script, no picture, nothing from elsewhere; and nobody learns the address from us. */
const CLOSED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Mounts the door. `read` gives the evidence of a pack of a school, or null. */
export function evidenceDoor(
  read: (school: string, pack: string) => Promise<Evidence | null>,
): (app: Express) => void {
  return (app) => {
    app.get('/evidence/:school/:pack', async (request, response) => {
      const { school, pack } = request.params;
      response.set({
        'content-security-policy': CLOSED,
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
      });
      const evidence = await read(school, pack);
      if (evidence === null) {
        response.status(404).type('html').send(NOTHING);
        return;
      }
      if (request.query.save !== undefined) response.attachment(`evidence-${pack}.html`);
      response.type('html').send(evidencePage(evidence));
    });
  };
}
