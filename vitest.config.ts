import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // one embedded Postgres for the whole run; each file clones the migrated template
    globalSetup: ['test/support/global-store.ts'],
    setupFiles: ['test/support/fixed-draws.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
