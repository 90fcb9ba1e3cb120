import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Environment, runCli, startCli } from '../support/cli.ts';
import { dalilHome, serverPid } from '../support/dalil-home.ts';
import { factsStore } from '../support/store.ts';

let directory: string;
let env: Environment;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'dalil-cli-'));
  const store = await factsStore();
  env = { DATABASE_URL: store.url, DALIL_HOME: join(directory, 'home') };
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const lines = (text: string) => text.split('\n').filter(Boolean);
const NOW = ['--now', '2023-05-02'];

describe('dalil', () => {
  test('lists its commands without touching the store', async () => {
    const { code, stdout } = await runCli(['--help'], { DALIL_HOME: '/nowhere' });
    expect(code).toBe(0);
    for (const name of ['start', 'ask', 'chat', 'places', 'doctor']) expect(stdout).toContain(`  ${name} `);
  });

  test.each([
    [['fly'], 'dalil has no command "fly"'],
    [['ask', '--now', 'soon', 'x'], '--now must be a calendar day'],
    [['ask', '--fast', 'x'], "Unknown option '--fast'"],
    [['ask', 'x', '--out', 'y'], '--out goes with --batch'],
    [['ask', '--batch', '/nowhere/in.jsonl'], '/nowhere/in.jsonl: ENOENT'],
    [['chat', '--as', 'king'], '--as must be one of member, contact, moderator, lead'],
    [['chat', '--user', 'a b'], '--user must be'],
  ])('calls %j wrong use: exit code 2, said on stderr', async (args, said) => {
    const { code, stdout, stderr } = await runCli(args, env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  test('names a setting that is wrong, without its value', async () => {
    const { code, stderr } = await runCli(['ask', 'x'], { DATABASE_URL: 'mysql://root:s3cret@host' });
    expect(code).toBe(2);
    expect(stderr).toContain('DATABASE_URL must be a Postgres address');
    expect(stderr).not.toContain('s3cret');
  });

  test('says in a sentence that a store cannot be reached, with exit code 1', async () => {
    const { code, stdout, stderr } = await runCli(['ask', 'x'], {
      DATABASE_URL: 'postgres://u:s3cret@127.0.0.1:1/x',
      DALIL_HOME: directory,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).not.toContain('s3cret');
  });
});

describe('dalil ask', () => {
  test('prints the answer, and nothing else, on stdout', async () => {
    const { code, stdout, stderr } = await runCli(['ask', 'attacks near Sukhnah in April', ...NOW], env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('8 April 2023');
    expect(stdout).not.toContain('\u001b[');
  });

  test('takes the question from a pipe too', async () => {
    const { stdout } = await runCli(['ask', ...NOW], env, 'attacks near Sukhnah in April\n');
    expect(stdout).toContain('8 April 2023');
  });

  test('prints one line of JSON where asked to', async () => {
    const { stdout } = await runCli(['ask', 'attacks near Sukhnah in April', ...NOW, '--json'], env);
    const said = JSON.parse(stdout);
    expect(Object.keys(said).sort()).toEqual(['answer', 'assumptions', 'question', 'text']);
    expect(said.question.time).toEqual({ from: '2023-04-01', to: '2023-04-30' });
    expect(said.answer.total.incidents).toBe(1);
  });

  test('answers what cannot be understood with a sentence: that is no failure', async () => {
    const { code, stdout } = await runCli(['ask', '--json', '   '], env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).answer.kind).toBe('not_understood');
    expect(JSON.parse(stdout).text).toContain('That message was empty.');
  });

  test('answers a file row by row, in order, also rows that are none', async () => {
    const input = join(directory, 'in.jsonl');
    const output = join(directory, 'out.jsonl');
    const rows = [
      { id: 'a', now: '2023-05-02', text: 'attacks near Sukhnah in April' },
      { id: 'b', now: '2024-06-12', text: 'and in May?', previous: ['attacks near Sukhnah in April 2023'] },
      { id: 3, now: '2024-06-12', text: 'lorem ipsum' },
      { id: 'd', now: 'soon', text: 'attacks in Homs' },
      { id: 'e', now: '2024-06-12', text: '' },
    ];
    writeFileSync(
      input,
      `${rows.map((row) => JSON.stringify(row)).join('\n')}\nnot JSON\n\n{"id":"z","now":"2024-06-12","text":"help"}\n`,
    );
    const { code, stdout, stderr } = await runCli(['ask', '--batch', input, '--out', output], env);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(lines(stderr)).toEqual([expect.stringMatching(/^line 4: now: /u), 'line 6: this line is not JSON']);
    const answers = lines(readFileSync(output, 'utf8')).map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 3, 'd', 'e', null, 'z']);
    expect(answers.map(({ answer }) => answer.kind)).toEqual([
      'list',
      expect.any(String),
      'not_understood',
      'not_understood',
      'not_understood',
      'not_understood',
      'help',
    ]);
    expect(answers[1].question.time).toEqual({ from: '2023-05-01', to: '2023-05-31' });
    expect(answers[1].question.places).toEqual(answers[0].question.places);
    for (const row of answers) expect(Object.keys(row)).toEqual(['id', 'question', 'answer', 'text']);
  });

  test('reads rows from stdin and writes them to stdout as they are answered', async () => {
    const batch = startCli(['ask', '--batch', '-', '--out', '-', ...NOW], env);
    batch.write('{"id":1,"text":"attacks in Homs"}\n');
    for (let i = 2; i <= 6; i++) batch.write(`{"id":${i},"text":"attacks in Hama"}\n`);
    await batch.hears('{"id":1,');
    const { code, stdout } = await batch.end();
    expect(code).toBe(0);
    expect(lines(stdout)).toHaveLength(6);
  });
});

describe('dalil chat', () => {
  test('answers lines from a pipe and goes on in another process as the same person', async () => {
    const first = await runCli(['chat', '--user', 'ana', ...NOW], env, 'attacks near Sukhnah in April\n');
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/8 April 2023[\s\S]*\n--\n$/u);
    const ana = await runCli(['chat', '--user', 'ana', ...NOW], env, 'and in May 2022?\nsources\n');
    expect(ana.stdout).toContain('Sukhnah');
    expect(ana.stdout.match(/^--$/gmu)).toHaveLength(2);
    const bo = await runCli(['chat', '--user', 'bo', ...NOW], env, 'and in May 2022?\n');
    expect(bo.stdout).not.toContain('Sukhnah');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('is closed by %s, which is no failure', async (signal) => {
    const chat = startCli(['chat'], env);
    chat.write('/help\n');
    await chat.hears('--\n');
    chat.signal(signal);
    const { code, stderr } = await chat.finished;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('writes nothing to stderr in the middle of a conversation, and no stack ever', async () => {
    const { stdout, stderr } = await runCli(
      ['chat'],
      env,
      `\n${'attack '.repeat(15_000)}\n\u0007bell\n'; DROP TABLE incident; --\n`,
    );
    expect(stdout.match(/^--$/gmu)).toHaveLength(4);
    expect(stderr).toBe('');
  });
});

describe('dalil start', () => {
  test('brings its own store, and leaves no server behind when it is stopped', async () => {
    const home = dalilHome();
    const dalil = startCli(['start'], { DALIL_HOME: home });
    dalil.write('attacks on Liwa al-Quds since 2019\n');
    expect(await dalil.hears('--\n')).toContain('Liwa al-Quds');
    expect(serverPid(join(home, 'db'))).not.toBeNull();
    dalil.signal('SIGINT');
    expect((await dalil.finished).code).toBe(0);
    expect(serverPid(join(home, 'db'))).toBeNull();
  });
});

describe('dalil places', () => {
  test('resolves each line of a file to a line of JSON, also where it names no place', async () => {
    const input = join(directory, 'names.txt');
    writeFileSync(input, 'al-Sukhna\nدير الزور\nqwertyuiop\n');
    const { code, stdout } = await runCli(['places', 'resolve', '--batch', input, '--json'], env);
    expect(code).toBe(0);
    const rows = lines(stdout).map((line) => JSON.parse(line));
    expect(rows.map(({ text, matches }) => [text, matches[0]?.name])).toEqual([
      ['al-Sukhna', 'As-Sukhnah'],
      ['دير الزور', 'Deir ez-Zor'],
      ['qwertyuiop', undefined],
    ]);
    expect(Object.keys(rows[0].matches[0])).toEqual(['name', 'name_ar', 'kind', 'lat', 'lon', 'score']);
  });

  test('suggests names that begin as typed', async () => {
    expect((await runCli(['places', 'suggest', 'sukh'], env)).stdout).toContain('As-Sukhnah');
  });

  test.each([[['places']], [['places', 'resolve']], [['places', 'resolve', 'x', '--batch', 'y']], [['places', 'suggest']]])(
    'calls %j wrong use',
    async (args) => expect((await runCli(args, env)).code).toBe(2),
  );
});

describe('dalil doctor', () => {
  test('finds everything in order', async () => {
    const { code, stdout } = await runCli(['doctor'], env);
    expect(code).toBe(0);
    expect(lines(stdout).map((line) => line.split(':')[0])).toEqual([
      'ok     home',
      'ok     keys',
      'ok     database',
      'ok     clock',
      'ok     files of tips',
    ]);
  });

  test('says what is wrong and what to do', async () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    const { code, stdout } = await runCli(['doctor'], { ...env, DALIL_HOME: join(file, 'home') });
    expect(code).toBe(1);
    expect(stdout).toContain('set DALIL_HOME to a directory that this user may write');
  });
});
