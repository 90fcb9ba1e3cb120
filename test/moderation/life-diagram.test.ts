import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lifeDiagram } from '../../src/core/moderation/life-diagram.ts';
import { packageRoot } from '../../src/package-root.ts';

it('is the picture in docs/moderation.md', () => {
  expect(readFileSync(join(packageRoot, 'docs', 'moderation.md'), 'utf8')).toContain(lifeDiagram());
});
