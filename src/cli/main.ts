// The program that bin/dalil.mjs starts.
import { randomBytes } from 'node:crypto';
import { createLog } from '../log.ts';
import { runDalil } from './run.ts';
import { logUncaught } from './uncaught.ts';

logUncaught(process, createLog('error'), () => randomBytes(4).toString('hex'));
process.exitCode = await runDalil(process.argv.slice(2), process);
