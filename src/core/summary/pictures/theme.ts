/** Colours are from Okabe & Ito's set, told apart by people with any of the common colour blindnesses. */
export interface Theme {
  background: string;
  ink: string;
  quiet: string;
  grid: string;
  series: readonly string[];
  land: string;
  outside: string;
  water: string;
  road: string;
  border: string;
  radius: string;
  /** Newest, middle, oldest third of the dates on a map: they differ in lightness too. */
  recency: readonly [string, string, string];
}

export const THEMES = {
  light: {
    background: '#ffffff',
    ink: '#1b1f24',
    quiet: '#57606a',
    grid: '#d8dee4',
    series: ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'],
    land: '#f7f4ec',
    outside: '#e9e9e6',
    water: '#8ec1e0',
    road: '#d9cdb4',
    border: '#b3a98f',
    radius: '#0072b2',
    recency: ['#b3261e', '#e8833a', '#f2c98a'],
  },
  dark: {
    background: '#15191e',
    ink: '#f0f3f6',
    quiet: '#a9b3be',
    grid: '#343c46',
    series: ['#56b4e9', '#e69f00', '#2fc79a', '#e39ac4', '#9ad0f5', '#f0824a'],
    land: '#242a31',
    outside: '#1b2026',
    water: '#2f6b8f',
    road: '#4a4436',
    border: '#5d6672',
    radius: '#56b4e9',
    recency: ['#ff6f5e', '#d98a3d', '#8f6a3a'],
  },
} as const satisfies Record<string, Theme>;
export type ThemeName = keyof typeof THEMES;

/** Pictures are drawn at this size and rastered at 1.5: readable at a phone's width. */
export const PICTURE = { width: 760, height: 560, scale: 1.5 } as const;
