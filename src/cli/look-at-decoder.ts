import type { Config } from '../config.ts';
import { confine, type Hold } from '../core/media/confinement.ts';
import { hiddenFromDecoder } from '../media-intake.ts';
import type { Finding } from './finding.ts';

const SAID = {
  kernel: 'decoded without a network and out of sight of keys and store, which the kernel sees to',
  node: 'decoded as this user, whom only Node’s permissions hold: the kernel gives no namespaces here (docs/media.md)',
} as const satisfies Record<Hold, string>;

/** How far what decodes strangers' files is kept from everything else. No machine is wrong for it. */
export async function lookAtDecoder(config: Config): Promise<Finding> {
  const { hold } = await confine({ memoryBytes: 2 ** 30, hidden: hiddenFromDecoder(config) });
  return { about: 'files of tips', said: SAID[hold], advice: null };
}
