import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Only against what hangs: no test asserts a time.
    testTimeout: 60_000,
    setupFiles: ['test/support/seed.ts'],
    pool: 'threads',
  },
});
