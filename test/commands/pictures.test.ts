import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import { coreOfShippedFacts, person, textOf } from '../support/core.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

const images = (reply: Reply) => reply.blocks.flatMap((block) => (block.kind === 'image' ? [block] : []));
const files = (reply: Reply) =>
  reply.blocks.flatMap((block) => (block.kind === 'file' ? [new TextDecoder().decode(block.data)] : []));

describe('pictures of an answer', () => {
  test('a map and a chart come with words for who cannot see them', async () => {
    const ana = person(core, { name: 'pictures' });
    await ana.says('attacks per month in 2019 and 2020');
    const [chart] = images(await ana.says('/chart'));
    expect(chart?.alternative).toContain('April 2019: 4');
    const [map] = images(await ana.says('/map dark'));
    expect(map?.alternative).toMatch(/drawn as points/);
  });

  test('come at once where the question asks for them', async () => {
    const reply = await person(core, { name: 'at-once' }).says('show attacks in Deir ez-Zor since 2019 on a map');
    expect(images(reply)).toHaveLength(1);
    expect(textOf(reply)).toContain('5 attacks');
  });

  test('that cannot be drawn are declined in a sentence', async () => {
    const ana = person(core, { name: 'nothing' });
    await ana.says('attacks in Damascus in 2010');
    expect(textOf(await ana.says('/chart'))).toContain('nothing to draw');
  });
});

describe('an exported answer', () => {
  test.each(['csv', 'geojson', 'acled'])('as %s holds exactly the counted incidents', async (format) => {
    const ana = person(core, { name: `export-${format}`, today: '2024-06-12' });
    const answer = textOf(await ana.says('attacks on Liwa al-Quds since 2019'));
    const counted = new Set(
      answer
        .split('Published figures')[0]
        ?.match(/^\d+\. BDY-\w{6}/gmu)
        ?.map((line) => line.slice(-10)),
    );
    expect(counted.size).toBe(7);
    const [file = ''] = files(await ana.says(`/export ${format}`));
    const rows =
      format === 'geojson'
        ? JSON.parse(file).features.map((f: { id: string }) => f.id)
        : file.split('\r\n').flatMap((line) => /^BDY-\w{6}/u.exec(line)?.[0] ?? []);
    expect(new Set(rows)).toEqual(counted);
    expect(rows).toHaveLength(7);
    expect(file).toContain('store version');
    expect(file).toContain('in the total once and in no row');
  });
});

describe('"as of" a past day', () => {
  test('answers from what the store said then, and says so', async () => {
    const ana = person(core, { name: 'past' });
    const before = textOf(await ana.says('attacks near Sukhnah in April 2023 as of 1 May 2023'));
    expect(before).toContain('No record of attacks');
    expect(before).toContain('as it stood on 1 May 2023');
  });
});
