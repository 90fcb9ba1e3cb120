import type { FileKind } from '../kind.ts';
import type { Cleaned } from '../media.ts';

export function cleanVideo(_bytes: Uint8Array, _kind: FileKind): Cleaned {
  return { kind: 'unseen', reason: 'not-decodable' };
}
