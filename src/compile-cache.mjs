/**
 * Keeps what Node compiles of the sources, so that a later start compiles nothing: it is ready sooner and
 * needs less memory. Loaded with `--import`, before anything else is.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)));
