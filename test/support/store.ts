import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { loadFacts } from '../../src/core/facts/load.ts';
import { connect, pool, type Store } from '../../src/db/client.ts';
import { databaseIn } from './database-in.ts';

const opened: (() => Promise<void>)[] = [];

// belongs to the test file that imports this one
afterAll(async () => {
  for (const end of opened.splice(0)) await end();
});

/** A store of its own, migrated and empty, closed and dropped after the test file. */
export const freshStore = (): Promise<Store> => clone(inject('emptyTemplate'));

/** A store of its own that holds the shipped facts, closed and dropped after the test file. */
export const factsStore = async (): Promise<Store> => clone(await factsTemplate());

/** When the shipped facts were loaded, as far as tests go. */
export const FACTS_LOADED_AT = new Date('2023-06-01T00:00:00Z');

/** "fact" in ASCII: only one test file at a time makes the template. */
const MAKING = 0x66616374;

/** Made by the first test file of a run that asks for it; gone with the run, as its name begins with the empty template's. */
async function factsTemplate(): Promise<string> {
  const name = `${inject('emptyTemplate')}_facts`;
  const server = pool(inject('serverUrl'), { max: 1, lasting: true });
  try {
    await server`select pg_advisory_lock(${MAKING})`;
    const made = await server`select 1 from pg_database where datname = ${name}`;
    if (made.length === 0) await makeFactsTemplate(server, name);
    return name;
  } finally {
    await server.end();
  }
}

async function makeFactsTemplate(server: ReturnType<typeof pool>, name: string): Promise<void> {
  const making = `${name}_making`;
  await server.unsafe(`drop database if exists ${making} with (force)`);
  await server.unsafe(`create database ${making} template ${inject('emptyTemplate')}`);
  const store = connect(databaseIn(inject('serverUrl'), making));
  try {
    await loadFacts(store, { now: FACTS_LOADED_AT });
  } finally {
    await store.close();
  }
  // a template under its final name is whole
  await server.unsafe(`alter database ${making} rename to ${name}`);
}

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
