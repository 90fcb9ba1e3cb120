import { recall, type Shown } from '../conversation/memory.ts';
import type { Core } from '../core.ts';
import type { Block, Reply } from '../reply/reply.ts';
import { chartOf } from '../summary/charts/chart-of.ts';
import { mapOf } from '../summary/maps/map-of.ts';
import { headlineText } from '../summary/picture-words.ts';
import type { ThemeName } from '../summary/pictures/theme.ts';
import type { View } from '../summary/view.ts';
import { UserError } from '../user-error.ts';
import { type Context, defineCommand, type Invocation, ROLES } from './command.ts';
import { ANSWER, shownAnswer } from './shown-answer.ts';
import { wholeView } from './whole-answer.ts';

const MOST_VALUES = 12;

/** The drawing libraries are large: they are loaded when the first picture is asked for. */
const DRAWN = {
  async map(view: View, theme: ThemeName, core: Core) {
    const spec = mapOf(view);
    if (!spec) return null;
    const { createMapDrawer } = await import('../summary/maps/draw-map.ts');
    const { t } = view.voice;
    const { title, subtitle } = headlineText(view);
    const values = { title, figures: subtitle, placed: spec.points.length, vague: spec.vague.length };
    return { png: createMapDrawer(core.gazetteer).png(spec, theme), alternative: t('picture-map-alternative', values) };
  },
  async chart(view: View, theme: ThemeName) {
    const spec = chartOf(view);
    if (!spec) return null;
    const { createChartDrawer } = await import('../summary/charts/draw-chart.ts');
    const { t } = view.voice;
    const values = spec.categories.slice(0, MOST_VALUES).flatMap((category, i) =>
      spec.series.map(({ name, values: of }) =>
        t(of[i] === null ? 'picture-unknown' : 'picture-values', {
          label: spec.series.length > 1 ? t('joined', { all: category, part: name }) : category,
          n: of[i] ?? 0,
        }),
      ),
    );
    const alternative = t('picture-chart-alternative', { title: spec.title, values: t.list(values) });
    return { png: createChartDrawer().png(spec, theme), alternative };
  },
} satisfies Record<string, (view: View, theme: ThemeName, core: Core) => Promise<Drawn | null>>;

interface Drawn {
  png: Uint8Array;
  alternative: string;
}

const imageOf = (kind: string, { png, alternative }: Drawn, view: View, core: Core): Block => ({
  kind: 'image',
  png,
  name: `dalil-${kind}-${view.answer.day}-${core.newId().slice(0, 6)}.png`,
  alternative,
});

async function picture(kind: keyof typeof DRAWN, theme: ThemeName, core: Core, shown: Shown, context: Context): Promise<Reply> {
  const view = await wholeView(core, shown, context);
  const drawn = await DRAWN[kind](view, theme, core);
  if (!drawn) throw new UserError('picture-nothing');
  return { language: view.voice.language, blocks: [imageOf(kind, drawn, view, core)], visibility: 'public' };
}

/** What a question also asks to see: "… on a map". Nothing where there is nothing to draw: the words say it already. */
export async function withPicture(
  core: Core,
  reply: Reply,
  display: keyof typeof DRAWN | null,
  invocation: Invocation,
  context: Context,
): Promise<Reply> {
  if (display === null || !reply.blocks.some((block) => block.kind === 'actions')) return reply;
  const memory = await recall({ db: core.store.db, vault: core.vault }, invocation.conversation, invocation.now);
  const now = { ...context, memory };
  const view = await wholeView(core, await shownAnswer(core, undefined, invocation, now), now);
  const drawn = await DRAWN[display](view, 'light', core);
  return drawn ? { ...reply, blocks: [...reply.blocks, imageOf(display, drawn, view, core)] } : reply;
}

const pictureCommand = (name: keyof typeof DRAWN) =>
  defineCommand({
    name,
    options: { theme: { kind: 'choice', choices: ['light', 'dark'], required: false }, answer: ANSWER },
    access: ROLES,
    async run(core, { answer, theme }, invocation, context) {
      return picture(
        name,
        theme === 'dark' ? 'dark' : 'light',
        core,
        await shownAnswer(core, answer, invocation, context),
        context,
      );
    },
  });

/** An answer's incidents where they happened. */
export const map = pictureCommand('map');
/** An answer's series or comparison. */
export const chart = pictureCommand('chart');
