import type { Finding, FindingKind } from './finding.ts';

/**
 * Chooses among overlapping findings: the set without overlap that weighs most (weighted interval scheduling, O(n log n)). A token goes to
 * one owner, so a number is a day, a limit or a toll, never two of them. Exact beats dictionary beats fuzzy; longer beats shorter; words
 * that mean something beat words that only connect, and those beat filler; an actor beats a place.
 */
const PER_TOKEN = { exact: 100, dictionary: 95, fuzzy: 9 } as const satisfies Record<Finding['exactness'], number>;
/** What each further token adds: one long reading beats the sum of two short ones. */
const PER_FURTHER_TOKEN = 100;
const PER_FURTHER_FUZZY_TOKEN = 5;

const LIGHT: Partial<Record<FindingKind, number>> = {
  filler: 10,
  connective: 60,
  relation: 62,
  auxiliary: 61,
  asker: 70,
  small_talk: 40,
  patch: 50,
  quantity: 90,
  people: 80,
};
/** Between readings of the same words with the same sureness. */
const TIES: Partial<Record<FindingKind, number>> = {
  impossible: 9.5,
  unsupported: 9,
  unanswerable: 8,
  time: 7,
  source: 6,
  actor: 5,
  place: 4,
  casualties: 3,
  grouping: 3,
  order: 3,
  event: 2,
  country: 1,
};

export function weightOf(finding: Finding): number {
  const tokens = finding.end - finding.start;
  const isFuzzy = finding.exactness === 'fuzzy';
  // a patch of several words is as telling as a name: "remove the date"
  const isLight = finding.kind !== 'patch' || tokens === 1;
  const light = isLight ? LIGHT[finding.kind] : undefined;
  const perToken = isFuzzy ? PER_TOKEN.fuzzy : Math.min(PER_TOKEN[finding.exactness], light ?? Number.POSITIVE_INFINITY);
  return (
    tokens * perToken + (tokens - 1) * (isFuzzy ? PER_FURTHER_FUZZY_TOKEN : PER_FURTHER_TOKEN) + (TIES[finding.kind] ?? 0) / 10
  );
}

const byPlace = (a: Finding, b: Finding) =>
  a.end - b.end ||
  a.start - b.start ||
  weightOf(b) - weightOf(a) ||
  a.kind.localeCompare(b.kind) ||
  a.by.localeCompare(b.by) ||
  compareText(a, b);
const compareText = (a: Finding, b: Finding) => {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** In order of the text; the same whatever the order of the input. */
export function resolveOverlaps(findings: readonly Finding[]): Finding[] {
  const sorted = findings.filter((f) => f.end > f.start).sort(byPlace);
  // best[i]: the most that the first i findings can weigh; chosen[i]: whether the i-th is part of it
  const best = [0];
  const chosen: boolean[] = [];
  const before: number[] = [];
  sorted.forEach((finding, i) => {
    let low = 0;
    let high = i;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.end ?? 0) <= finding.start) low = middle + 1;
      else high = middle;
    }
    before.push(low);
    const withIt = (best[low] ?? 0) + weightOf(finding);
    const without = best[i] ?? 0;
    chosen.push(withIt > without);
    best.push(Math.max(withIt, without));
  });
  const kept: Finding[] = [];
  for (let i = sorted.length; i > 0; ) {
    const finding = sorted[i - 1];
    if (chosen[i - 1] && finding) {
      kept.push(finding);
      i = before[i - 1] ?? 0;
    } else i--;
  }
  return kept.reverse();
}
