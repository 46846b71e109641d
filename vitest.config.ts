import { defineConfig } from 'vitest/config';

/** What takes long for what it shows: run by `npm run check` and `npm run test:slow`, not by `npm test`. */
const SLOW = ['test/**/*.slow.test.ts'];

const shared = {
  testTimeout: 60_000,
  setupFiles: ['test/support/setup.ts'],
  pool: 'threads' as const,
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'fast', include: ['test/**/*.test.ts'], exclude: SLOW, isolate: false } },
      { test: { ...shared, name: 'slow', include: SLOW, globalSetup: 'test/support/packed.ts' } },
    ],
  },
});
