// The program that bin/dalil.mjs starts.
import { runDalil } from './run.ts';

process.exitCode = await runDalil(process.argv.slice(2), process);
