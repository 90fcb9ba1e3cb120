import { defineConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

/** The long runs: same ground, more cases, more patience. */
export default defineConfig({
  test: {
    ...everyday.test,
    include: ['test/**/*.soak.ts'],
    // each run draws cases that none has seen
    setupFiles: [],
    passWithNoTests: true,
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
});
