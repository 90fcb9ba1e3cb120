import { beforeAll, describe, expect, it } from 'vitest';
import { factsStore } from '../support/store.ts';
import { csvOf, fileOf, importer, ownRow } from './importing.ts';

let run: ReturnType<typeof importer>;
let summaryOf: (id: string) => Promise<string>;
beforeAll(async () => {
  const store = await factsStore();
  run = importer(store, 5);
  summaryOf = async (id) => {
    const [row] = await store.sql`select summary_en from incident where origin_id = ${id}`;
    return row?.summary_en;
  };
});
const bringIn = (content: string | Uint8Array, encoding?: string) =>
  run({ format: 'csv', path: fileOf(content), source: 'Our team', encoding });
const rows = (...summaries: string[]) =>
  csvOf(summaries.map((summary, i) => ownRow({ id: `${summaries.length}-${i}`, summary })));

describe('a CSV from anywhere', () => {
  it.each([
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['blank lines', (text: string) => text.replaceAll('\n', '\n\n')],
    ['a line end at its end', (text: string) => `${text}\n`],
    ['semicolons', (text: string) => text.replaceAll(',', ';')],
    ['tabs', (text: string) => text.replaceAll(',', '\t')],
    ['blanks round the names', (text: string) => text.replace('id,start', ' id , start')],
  ])('with %s is read', async (_, change) => {
    expect((await bringIn(change(rows('one', 'two')))).counts).toMatchObject({ read: 2, rejected: 0 });
  });

  it.each([
    ['UTF-16, as Excel saves Unicode text', Buffer.from(`\ufeff${rows('هجوم على السخنة')}`, 'utf16le'), undefined],
    ['UTF-16 without a mark', Buffer.from(rows('هجوم على السخنة'), 'utf16le'), undefined],
    ['UTF-16 the other way round', Buffer.from(rows('هجوم على السخنة'), 'utf16le').swap16(), undefined],
    [
      'windows-1256',
      Buffer.concat([Buffer.from(rows('@').split('@')[0] ?? ''), Buffer.from([0xe5, 0xcc, 0xe6, 0xe3])]),
      'windows-1256',
    ],
  ])('in %s keeps its Arabic', async (_, content, encoding) => {
    expect((await bringIn(content, encoding)).counts).toMatchObject({ read: 1, rejected: 0 });
    expect(await summaryOf('1-0')).toMatch(/^هجوم/u);
  });

  it('that is not UTF-8 where it says so is refused there alone', async () => {
    const content = Buffer.concat([
      Buffer.from(`${rows('fine', 'fine too')}\n`),
      Buffer.from(
        csvOf([ownRow({ id: 'bad', summary: '@' })])
          .split('\n')[1]
          ?.split('@')[0] ?? '',
      ),
      Buffer.from([0xe5, 0xcc]),
    ]);
    const { counts, problems } = await bringIn(content);
    expect([counts.read, counts.rejected, problems[0]]).toEqual([
      3,
      1,
      expect.objectContaining({ line: 4, column: 'summary', reason: expect.stringContaining('is not UTF-8') }),
    ]);
  });

  it('keeps quotes, commas and line ends in fields, and counts lines as an editor does', async () => {
    const { problems } = await bringIn(
      csvOf([ownRow({ id: 'q1', summary: 'He said "no",\nand\r\nleft' }), ownRow({ id: 'q2', start: 'x' })]),
    );
    expect(await summaryOf('q1')).toBe('He said "no",\nand\r\nleft');
    expect(problems).toEqual([expect.objectContaining({ line: 5, column: 'start' })]);
  });

  it('keeps what COPY, SQL and JSON take for their own', async () => {
    const said = '\\N \\. \t \\t {"a": 1} \'; drop table incident; -- \u2028 \ud83d\ude00 =1+1';
    expect(
      (await bringIn(csvOf([ownRow({ id: 'c1', summary: said, attributed_to: 'A "quoted\\" {group}', tactics: '' })]))).counts
        .rejected,
    ).toBe(0);
    expect(await summaryOf('c1')).toBe(said);
  });

  it('with too few or too many columns in a row refuses that row', async () => {
    const [header, one] = rows('x').split('\n');
    const { counts, problems } = await bringIn([header, `${one},more`, 'short,row', one?.replace('1-0', 'w')].join('\n'));
    expect(counts).toMatchObject({ read: 3, rejected: 2 });
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'has 12 columns, the header has 11'],
      [3, 'has 2 columns, the header has 11'],
    ]);
  });

  it('with a stray quote refuses that row and goes on', async () => {
    const [header, one] = rows('x').split('\n');
    const { counts, problems } = await bringIn(
      [header, one?.replace('An', 'A"n').replace('Sukhnah', 'Suk"hnah'), one?.replace('1-0', 'after')].join('\n'),
    );
    expect([counts.read, problems.length]).toEqual([2, 1]);
    expect(problems[0]?.reason).toContain('quote');
  });

  it('whose quote is never closed says where, and what came before is in', async () => {
    const [header, one] = rows('x').split('\n');
    const open = [header, one?.replace('1-0', 'before'), `"${'long text '.repeat(200_000)}`].join('\n');
    const { counts, problems } = await bringIn(open);
    expect(counts.new).toBe(1);
    expect(problems[0]?.reason).toMatch(/quote/u);
    expect(await summaryOf('before')).toBe('x');
  });

  it('with two columns of one name is refused as a whole', async () => {
    await expect(bringIn('id,start,start\n1,2,3')).rejects.toThrow('Two columns are called "start"');
  });

  it('of an unknown encoding is refused with the ones that there are', async () => {
    await expect(bringIn(rows('x'), 'klingon')).rejects.toThrow('is no encoding');
  });
});
