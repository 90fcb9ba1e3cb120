import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connect, pool, type Store } from '../../src/db/client.ts';
import { databaseIn } from './database-in.ts';

const opened: (() => Promise<void>)[] = [];

// belongs to the test file that imports this one
afterAll(async () => {
  for (const end of opened.splice(0)) await end();
});

/** A store of its own, migrated and empty, closed and dropped after the test file. */
export const freshStore = (): Promise<Store> => clone(inject('emptyTemplate'));

async function clone(template: string): Promise<Store> {
  const name = `${inject('emptyTemplate')}_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const server = pool(inject('serverUrl'), { max: 1 });
  await server.unsafe(`create database ${name} template ${template}`);
  const store = connect(databaseIn(inject('serverUrl'), name));
  opened.push(async () => {
    await store.close();
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.end();
  });
  return store;
}
