import type { Aspect, Comparison } from './compare.ts';
import { WEIGHTS } from './weights.ts';

const ASPECTS = Object.keys(WEIGHTS) as Aspect[];

const weightOf = <A extends Aspect>(aspect: A, level: Comparison[A]): number => {
  const weights: Record<string, number> = WEIGHTS[aspect];
  return weights[level] ?? 0;
};

/** How much likelier the two tell of one event than of two, in bits: the sum of what each aspect says (Fellegi and Sunter 1969). */
export const weigh = (levels: Comparison): number => ASPECTS.reduce((sum, aspect) => sum + weightOf(aspect, levels[aspect]), 0);
