/**
 * Puts the picture of a tip's life into docs/moderation.md, between its two marks.
 * Run: node scripts/run.mjs scripts/draw-life.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifeDiagram } from '../src/core/moderation/life-diagram.ts';
import { packageRoot } from '../src/package-root.ts';

const path = join(packageRoot, 'docs', 'moderation.md');
const BETWEEN = /(<!-- life -->\n)[\s\S]*?(<!-- \/life -->)/u;
writeFileSync(
  path,
  readFileSync(path, 'utf8').replace(BETWEEN, (_, begin: string, end: string) => `${begin}${lifeDiagram()}\n${end}`),
);
