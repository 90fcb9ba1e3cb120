import { readFileSync } from 'node:fs';

export const readme = (): string => readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The code blocks of the README, without their fences. */
export const readmeBlocks = (): string[] => [...readme().matchAll(/^```\w*\n(.*?)^```$/gmsu)].map(([, block = '']) => block);

/** How lines are broken depends on the window. */
export const unbroken = (text: string): string => text.replace(/\s+/gu, ' ').trim();
