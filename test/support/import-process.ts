// A process that imports a file into a store, to be killed: `import-process DATABASE_URL FORMAT FILE BATCH_ROWS [snapshot]`.

import { isFormat } from '../../src/core/imports/formats.ts';
import { importFile } from '../../src/core/imports/import-file.ts';
import { connect } from '../../src/db/client.ts';

const [url = '', format = '', path = '', batchRows = '', snapshot] = process.argv.slice(2);
if (!isFormat(format)) throw new Error(`no format ${format}`);
const store = connect(url);
const deps = {
  store,
  now: () => new Date(),
  batchRows: Number(batchRows),
  onProgress: () => void process.stdout.write('batch\n'),
};
const { counts } = await importFile(deps, { format, path, snapshot: snapshot === 'snapshot' });
await store.close();
process.stdout.write(`${JSON.stringify(counts)}\n`);
