import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { cannotOpen } from '../look-at-file.ts';
import { BadFile } from '../row.ts';
import { type Mapping, mappingShape } from './mapping-shape.ts';

/** Throws BadFile that says where the mapping is not as it should be. */
export function readMapping(path: string): Mapping {
  const found = mappingShape.safeParse(parsed(path));
  if (!found.success) throw new BadFile(`${path} is no mapping:\n${z.prettifyError(found.error)}`);
  return found.data;
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadFile(`${path} is not JSON: ${error.message}`);
    throw cannotOpen(path, error);
  }
}
