import type { Draft } from '../../src/core/tips/draft.ts';
import type { Range } from '../../src/db/schema/columns.ts';
import { MEASURES } from '../../src/db/schema/vocabulary.ts';

/** By party, `a|b` where either is a fair reading: least and most, null open. */
type ToldTolls = Record<string, [number, number | null]>;

/** A tip's text and what it states; what is left out it does not state. */
export interface ToldTip {
  text: string;
  day?: [string, string];
  /** Any of these. */
  place?: string[];
  tactics?: string[];
  killed?: ToldTolls;
  wounded?: ToldTolls;
  captured?: ToldTolls;
  missing?: ToldTolls;
  attacker?: string[];
}

export interface DraftScore {
  right: string[];
  wrong: string[];
  /** In the draft and not in the text. */
  invented: string[];
}

const say = (value: unknown) => JSON.stringify(value);

function scoreTolls(tip: ToldTip, draft: Draft, score: DraftScore): void {
  for (const measure of MEASURES) {
    const told: ToldTolls =
      measure === 'killed' || measure === 'wounded' || measure === 'captured' || measure === 'missing'
        ? (tip[measure] ?? {})
        : {};
    const read = Object.entries(draft.tolls).flatMap(([party, of]): [string, Range][] =>
      of[measure] ? [[party, of[measure]]] : [],
    );
    const fits =
      (parties: string, [low, high]: [number, number | null]) =>
      ([party, range]: [string, Range]) =>
        parties.split('|').includes(party) && range.low === low && range.high === high;
    for (const [parties, range] of Object.entries(told)) {
      const isThere = read.some(fits(parties, range));
      score[isThere ? 'right' : 'wrong'].push(`${measure} ${parties} ${say(range)}${isThere ? '' : ` was ${say(read)}`}`);
    }
    if (Object.keys(told).length === 0 && read.length > 0) score.invented.push(`${measure} ${say(read)}`);
  }
}

/** Field by field: stated ones right or wrong, and what was read out of nothing. Tactics that a text does not name are not held against it. */
export function scoreDraft(tip: ToldTip, draft: Draft): DraftScore {
  const score: DraftScore = { right: [], wrong: [], invented: [] };
  const field = (name: string, stated: boolean, isRight: boolean, read: unknown) => {
    if (stated) score[isRight ? 'right' : 'wrong'].push(`${name}${isRight ? '' : ` was ${say(read)}`}`);
    else if (read !== null) score.invented.push(`${name} ${say(read)}`);
  };
  field('day', tip.day !== undefined, say([draft.day?.from, draft.day?.to]) === say(tip.day), draft.day);
  field('place', Boolean(tip.place), tip.place?.includes(draft.place?.name ?? '') ?? false, draft.place?.name ?? null);
  if (tip.tactics && tip.tactics.length > 0)
    field(
      'tactic',
      true,
      tip.tactics.every((tactic) => draft.tactics.some((one) => one === tactic)),
      draft.tactics,
    );
  if (tip.attacker) field('attacker', true, say(draft.attackers) === say(tip.attacker), draft.attackers);
  else if (draft.attackers.length > 0) score.invented.push(`attacker ${say(draft.attackers)}`);
  scoreTolls(tip, draft, score);
  return score;
}
