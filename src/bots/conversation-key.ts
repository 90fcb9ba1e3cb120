import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '../db/schema/delivery.ts';

const KEY_BYTES = 32;

/** The key in DALIL_HOME/keys, made at the first start; who starts at the same moment gets the same one. */
function readKey(home: string): Buffer {
  const folder = join(home, 'keys');
  const path = join(folder, 'conversation.key');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    return wholeKey(readFileSync(path));
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  writeFileSync(fresh, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
  try {
    // appears whole or not at all, and never in place of another
    linkSync(fresh, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(fresh);
  }
  return wholeKey(readFileSync(path));
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

function wholeKey(key: Buffer): Buffer {
  if (key.length !== KEY_BYTES) throw new Error(`keys/conversation.key must hold ${KEY_BYTES} bytes`);
  return key;
}

/**
 * Conversations are told apart by a keyed hash of platform, chat and person: who has the database without the key cannot find a person
 * in it by trying all ids.
 */
export function createConversationKey(home: string): (platform: Platform, chat: string, person: string) => string {
  const key = readKey(home);
  return (platform, chat, person) =>
    `${platform}:${createHmac('sha256', key)
      .update(JSON.stringify([platform, chat, person]))
      .digest('base64url')
      .slice(0, 22)}`;
}
