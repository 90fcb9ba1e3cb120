import { z } from 'zod';

/** The five articles' facts as they were read, reduced to what can be checked word for word and figure for figure. */

const figure = z.object({
  party: z.string(),
  low: z.number().nullable(),
  best: z.number().nullable(),
  high: z.number().nullable(),
});
const MEASURES = ['killed', 'wounded', 'captured', 'escaped', 'killed_or_missing'] as const;
const measured = z.union([z.array(figure), z.string()]).optional();

const account = z.object({
  source: z.string(),
  killed: measured,
  wounded: measured,
  captured: measured,
  escaped: measured,
  killed_or_missing: measured,
  wounded_low: z.number().nullish(),
  wounded_high: z.number().nullish(),
  claim: z.boolean().optional(),
  approximate: z.boolean().optional(),
  covers: z.array(z.string()).optional(),
});

const incident = z.object({
  key: z.string(),
  document: z.string(),
  event_date_start: z.string(),
  event_date_end: z.string(),
  date_prec: z.number(),
  place: z.string(),
  admin1: z.string().nullable(),
  country: z.string(),
  where_prec: z.number(),
  event_type: z.string(),
  sub_event_type: z.string(),
  attributed_to: z.string(),
  attribution_certainty: z.string(),
  claimed_by: z.array(z.string()),
  target: z.array(z.string()),
  accounts: z.array(account),
});

const statistic = z.looseObject({
  key: z.string(),
  document: z.string(),
  source: z.string(),
  metric: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  period_from: z.string(),
  period_to: z.string(),
  area: z.string(),
  party: z.string().optional(),
  perpetrator: z.string().optional(),
  approximate: z.boolean().optional(),
});

/** How the articles' facts come, with prose that is not compared. */
export const sourceFacts = z.object({
  sources: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), affiliation: z.string() })),
  documents: z.array(z.object({ id: z.string(), source: z.string(), title: z.string(), published: z.string() })),
  incidents: z.array(incident),
  statistics: z.array(statistic),
});
export type SourceFacts = z.infer<typeof sourceFacts>;

export interface Figure {
  source: string;
  party: string;
  measure: string;
  low: number | null;
  best: number | null;
  high: number | null;
}

const figuresOf = (a: z.infer<typeof account>): Figure[] => [
  ...MEASURES.flatMap((measure) => {
    const said = a[measure];
    return Array.isArray(said) ? said.map((f) => ({ source: a.source, measure, ...f })) : [];
  }),
  ...(a.wounded_low === undefined || a.wounded_low === null
    ? []
    : [
        {
          source: a.source,
          party: 'government and allied forces',
          measure: 'wounded',
          low: a.wounded_low,
          best: null,
          high: a.wounded_high ?? null,
        },
      ]),
];

/** Every number in a statistic besides its own bounds: breakdowns, counts of attacks, equipment. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

export function reduceFacts(facts: SourceFacts) {
  return {
    sources: facts.sources.map(({ id, name, kind, affiliation }) => ({ id, name, kind, affiliation })),
    documents: facts.documents.map(({ id, source, title, published }) => ({ id, source, title, published })),
    incidents: facts.incidents.map(({ accounts, ...i }) => ({
      ...i,
      accounts: accounts.map((a) => ({
        source: a.source,
        claim: a.claim ?? false,
        approximate: a.approximate ?? false,
        covers: a.covers ?? [i.key],
      })),
      figures: accounts.flatMap(figuresOf),
    })),
    statistics: facts.statistics.map(({ low, high, ...s }) => ({
      key: s.key,
      document: s.document,
      source: s.source,
      metric: s.metric,
      low,
      high,
      period_from: s.period_from,
      period_to: s.period_to,
      area: s.area,
      party: s.party ?? null,
      perpetrator: s.perpetrator ?? null,
      approximate: s.approximate ?? false,
      numbers: numbersIn({ breakdown: s.breakdown, attacks: s.attacks, equipment: s.equipment }).sort((a, b) => a - b),
    })),
  };
}
export type ReducedFacts = ReturnType<typeof reduceFacts>;
