import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Left to itself Vitest keeps one core free, which on a machine of two is half of it: most of a test's
    // time is waiting, for a process to start or an answer to come.
    maxWorkers: availableParallelism(),
  },
});
