/** Reading JSON bodies: one limit and one content type for every door that takes JSON. */
import express, { type RequestHandler } from 'express';
import { refuse } from './faults.ts';

/** The most a body may hold, in bytes. */
export const LONGEST_BODY = 100 * 1024;

const parse = express.json({ limit: LONGEST_BODY, type: 'application/json', strict: true });

/**
 * Takes `application/json` and nothing else (415): a form on a strange page can send every content type
 * but this one without the browser asking us first.
 */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (!request.is('application/json')) {
    return refuse(response, 415, 'Send JSON, with the header content-type: application/json.');
  }
  parse(request, response, next);
};
