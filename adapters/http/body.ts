/** Reading JSON bodies: one content type for every door that takes JSON, and a limit for each. */
import express, { type RequestHandler } from 'express';
import { refuse } from './faults.ts';

/** The most a body may hold where a door has no larger need, in bytes. */
export const LONGEST_BODY = 100 * 1024;

/**
 * Takes `application/json` of at most `limit` bytes (else 413) and nothing else (415): a form on a strange page
 * can send every content type but this one without the browser asking us first.
 */
export function jsonBodyUpTo(limit: number): RequestHandler {
  const parse = express.json({ limit, type: 'application/json', strict: true });
  return (request, response, next) => {
    if (!request.is('application/json')) {
      return refuse(response, 415, 'Send JSON, with the header content-type: application/json.');
    }
    parse(request, response, next);
  };
}

export const jsonBody: RequestHandler = jsonBodyUpTo(LONGEST_BODY);
