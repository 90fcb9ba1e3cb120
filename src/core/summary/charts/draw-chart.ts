import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { clip, directed, drawable, FONT_FAMILY, fitLines, textWidth } from '../pictures/letters.ts';
import { toPng } from '../pictures/raster.ts';
import { PICTURE, THEMES, type ThemeName } from '../pictures/theme.ts';
import type { ChartSpec } from './chart-spec.ts';

const MARGIN = 28;
const SIZE = { title: 25, subtitle: 18, label: 17, footer: 14 } as const;
/** More columns than this are a line: bars would be threads on a phone. */
const MOST_COLUMNS = 26;
/** Of a column's name, in pixels. */
const WIDEST_LABEL = 170;
/** More names than this do not fit beside readable bars. */
const MOST_RANKED = 12;

/** Registers what we use and teaches it how wide our letters are; called once by whoever makes the drawing room. */
export function createChartDrawer() {
  echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);
  echarts.setPlatformAPI({
    measureText: (text, font) => ({
      width: textWidth(text, Number.parseFloat((font ?? '').split(' ').find((part) => part.endsWith('px')) ?? '12')),
    }),
  });
  return { svg: chartSvg, png: (spec: ChartSpec, theme: ThemeName): Uint8Array => toPng(chartSvg(spec, theme)) };
}

/** Every how many-th label is written so that neighbours keep apart: the widest label decides. */
const labelStep = (labels: readonly string[], room: number): number => {
  const widest = Math.max(...labels.map((l) => textWidth(l, SIZE.label)), 1);
  return Math.max(1, Math.ceil((widest + 12) / (room / Math.max(1, labels.length))));
};

const inReadingOrder = <T>(all: readonly T[], rtl: boolean): [T, number][] => {
  const numbered = all.map((one, i): [T, number] => [one, i]);
  return rtl ? numbered.reverse() : numbered;
};

function chartSvg(spec: ChartSpec, themeName: ThemeName): string {
  const theme = THEMES[themeName];
  const rtl = spec.language === 'ar';
  const inner = PICTURE.width - 2 * MARGIN;
  const family = rtl ? 'Noto Sans Arabic, Noto Sans' : FONT_FAMILY;
  const text = (size: number, color: string, weight: 'normal' | 'bold' = 'normal') => ({
    fontFamily: family,
    fontSize: size,
    color,
    fontWeight: weight === 'bold' ? (600 as const) : ('normal' as const),
  });
  const say = (line: string) => directed(line, rtl);
  const titleLines = fitLines(spec.title, SIZE.title, inner, 2);
  const subtitleLines = fitLines(spec.subtitle, SIZE.subtitle, inner, 2);
  const footerLines = fitLines([spec.running?.note ?? '', spec.footer].filter(Boolean).join(' · '), SIZE.footer, inner, 3);
  const side = rtl ? { right: MARGIN } : { left: MARGIN };
  const align = rtl ? ('right' as const) : ('left' as const);
  const titleBottom = MARGIN + titleLines.length * 32;
  const headBottom = titleBottom + subtitleLines.length * 25;
  const footTop = PICTURE.height - 14 - footerLines.length * 20;
  const many = spec.series.length > 1;
  // two names of series to a line
  const gridTop = headBottom + (many ? 20 + Math.ceil(spec.series.length / 2) * 32 : 24);

  const ranked = spec.kind === 'ranking';
  const shown = ranked ? spec.categories.slice(0, MOST_RANKED) : spec.categories;
  const nameRoom = Math.min(230, Math.max(...shown.map((c) => textWidth(drawable(c), SIZE.label)), 40) + 16);
  const categories = shown.map((c) =>
    ranked ? say(clip(drawable(c), SIZE.label, nameRoom - 16)) : say(clip(drawable(c), SIZE.label, WIDEST_LABEL)),
  );
  const asLine = !ranked && shown.length > MOST_COLUMNS;
  const space = 60;
  const columnWidth = (inner - space) / Math.max(1, shown.length * spec.series.length);
  const widestValue = Math.max(...spec.series.flatMap((s) => s.values.map((v) => textWidth(String(v), SIZE.label))), 1);
  const valuesFit = ranked || (!asLine && columnWidth > widestValue + 4);

  const columns = { from: MARGIN + (rtl ? 8 : 46), room: inner - 54 };
  const step = ranked ? 1 : labelStep(categories, columns.room);
  /** Every step-th name, unless it would leave the frame at either end. */
  const isNamed = (index: number) => {
    const place = ((index + 0.5) / shown.length) * columns.room;
    const middle = columns.from + (rtl ? columns.room - place : place);
    const half = textWidth(categories[index] ?? '', SIZE.label) / 2;
    return index % step === 0 && middle - half >= 4 && middle + half <= PICTURE.width - 4;
  };
  const categoryAxis = {
    type: 'category' as const,
    data: categories,
    inverse: ranked ? true : rtl,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.grid } },
    axisLabel: {
      ...text(SIZE.label, theme.ink),
      margin: 12,
      interval: (index: number) => ranked || isNamed(index),
      hideOverlap: false,
    },
    ...(ranked ? { position: align } : {}),
  };
  const valueAxis = {
    type: 'value' as const,
    minInterval: 1,
    splitLine: { show: !ranked, lineStyle: { color: theme.grid } },
    axisLabel: { show: !ranked, ...text(SIZE.label, theme.quiet) },
    ...(ranked ? { inverse: rtl } : { position: align }),
  };
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: PICTURE.width, height: PICTURE.height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: theme.background,
      textStyle: { fontFamily: family },
      title: [
        {
          text: titleLines.map(say).join('\n'),
          ...side,
          top: MARGIN - 6,
          padding: 0,
          textAlign: align,
          textStyle: { ...text(SIZE.title, theme.ink, 'bold'), lineHeight: 32 },
        },
        {
          text: subtitleLines.map(say).join('\n'),
          ...side,
          top: titleBottom - 2,
          padding: 0,
          textAlign: align,
          textStyle: { ...text(SIZE.subtitle, theme.quiet), lineHeight: 25 },
        },
        {
          text: footerLines.map(say).join('\n'),
          ...side,
          top: footTop,
          padding: 0,
          textAlign: align,
          textStyle: { ...text(SIZE.footer, theme.quiet), lineHeight: 20 },
        },
      ].map((t) => (rtl ? { ...t, left: PICTURE.width - MARGIN, right: 'auto' } : t)),
      legend: many ? { top: headBottom + 8, ...side, itemGap: 22, textStyle: text(SIZE.label, theme.ink) } : { show: false },
      grid: ranked
        ? {
            top: gridTop,
            bottom: PICTURE.height - footTop + 16,
            [align]: MARGIN + nameRoom,
            [rtl ? 'left' : 'right']: MARGIN + 50,
          }
        : { top: gridTop, bottom: PICTURE.height - footTop + 48, left: MARGIN + (rtl ? 8 : 46), right: MARGIN + (rtl ? 46 : 8) },
      xAxis: ranked ? valueAxis : categoryAxis,
      yAxis: ranked ? categoryAxis : valueAxis,
      // the first series stands at the reading side
      series: inReadingOrder(spec.series, rtl).map(([s, i]) => ({
        name: say(clip(drawable(s.name), SIZE.label, inner / 2 - 80)),
        type: asLine ? 'line' : 'bar',
        symbol: 'none',
        lineStyle: { width: 3 },
        barMaxWidth: 64,
        barGap: '8%',
        itemStyle: { color: theme.series[i % theme.series.length] },
        label: { show: valuesFit, position: ranked ? (rtl ? 'left' : 'right') : 'top', ...text(SIZE.label, theme.ink) },
        data: s.values
          .slice(0, shown.length)
          .map((value, at) => (at === spec.running?.index ? { value, itemStyle: { opacity: 0.5 } } : value)),
      })),
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
