// Adds up vitest's JSON reports in a directory and prints the closing line. A run that failed with no failing test in its report
// (it crashed, or wrote none) counts as one failure.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [directory, failedStages] = process.argv.slice(2);
let passed = 0;
let failed = Number(failedStages);

const names = new Set(
  readdirSync(directory)
    .filter((file) => /\.(json|failed)$/.test(file))
    .map((file) => file.replace(/\.(json|failed)$/, '')),
);
for (const name of names) {
  const report = join(directory, `${name}.json`);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
  const crashed = existsSync(join(directory, `${name}.failed`)) && counts.numFailedTests === 0;
  console.log(
    `${name}: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed${crashed ? ', and the run itself failed' : ''}`,
  );
  passed += counts.numPassedTests;
  failed += counts.numFailedTests + (crashed ? 1 : 0);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
