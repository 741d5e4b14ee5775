/** Keeping the SDK's own words off the console: it prints keys and stacks for every token that is not good. */
import { AsyncLocalStorage } from 'node:async_hooks';

const hushed = new AsyncLocalStorage<true>();
let installed = false;

function install(): void {
  installed = true;
  const loud = console.error;
  console.error = (...words: unknown[]) => {
    if (!hushed.getStore()) loud(...words);
  };
}

/** Does something during which, and only there, nothing is printed as an error. What goes wrong is still thrown. */
export function hush<T>(work: () => Promise<T>): Promise<T> {
  if (!installed) install();
  return hushed.run(true, work);
}
