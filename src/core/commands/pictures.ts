import type { Shown } from '../conversation/memory.ts';
import type { Core } from '../core.ts';
import type { Block, Reply } from '../reply/reply.ts';
import { chartOf } from '../summary/charts/chart-of.ts';
import { mapOf } from '../summary/maps/map-of.ts';
import { headlineText } from '../summary/picture-words.ts';
import type { ThemeName } from '../summary/pictures/theme.ts';
import type { View } from '../summary/view.ts';
import { UserError } from '../user-error.ts';
import { type Context, defineCommand, ROLES } from './command.ts';
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
} satisfies Record<
  string,
  (view: View, theme: ThemeName, core: Core) => Promise<{ png: Uint8Array; alternative: string } | null>
>;

async function picture(kind: keyof typeof DRAWN, theme: ThemeName, core: Core, shown: Shown, context: Context): Promise<Reply> {
  const view = await wholeView(core, shown, context);
  const drawn = await DRAWN[kind](view, theme, core);
  if (!drawn) throw new UserError('picture-nothing');
  const name = `dalil-${kind}-${view.answer.day}-${core.newId().slice(0, 6)}.png`;
  const image: Block = { kind: 'image', png: drawn.png, name, alternative: drawn.alternative };
  return { language: view.voice.language, blocks: [image], visibility: 'public' };
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
