import { defineConfig } from 'vitest/config';

/** What takes long for what it shows: run by `npm run check` and `npm run test:slow`, not by `npm test`. */
const SLOW = ['test/**/*.slow.test.ts'];

/** The files of a thread share its modules: none changes them, and loading them anew takes a second each. */
const shared = {
  testTimeout: 60_000,
  setupFiles: ['test/support/setup.ts'],
  pool: 'threads' as const,
  isolate: false,
};

export default defineConfig({
  test: {
    // Of two processors Vitest would use one.
    maxWorkers: '100%',
    projects: [
      { test: { ...shared, name: 'fast', include: ['test/**/*.test.ts'], exclude: SLOW } },
      { test: { ...shared, name: 'slow', include: SLOW, globalSetup: 'test/support/packed.ts' } },
    ],
  },
});
