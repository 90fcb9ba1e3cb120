import type { Actor } from '../../gazetteer/gazetteer.ts';
import type { NameReader } from '../../names/reader.ts';
import { saidName } from '../../names/said.ts';
import type { Spot } from '../../names/spot.ts';
import { stemOf, unqualifiedActors } from '../../names/wording.ts';
import type { Recogniser } from '../finding.ts';
import type { Assumption } from '../question.ts';
import { fold, type Text, type Token } from '../text.ts';

/** Actors by any known name, longest first, and by spellings all but the same. Whose army "the army" is, is said as an assumption. */
export const actorsRecogniser =
  (reader: NameReader): Recogniser =>
  (text) =>
    reader.read(text).actors.map((spot) => ({
      kind: 'actor',
      candidates: spot.candidates,
      start: spot.start,
      end: spot.end,
      exactness: spot.exactness,
      assumptions: assumed(text, spot),
      by: 'actors',
    }));

/** Read as another word than was typed: داعس. */
const isMended = (tokens: readonly Token[]) => tokens.some(({ raw, norm }) => fold(raw) !== norm);

function assumed(text: Text, spot: Spot<Actor>): Assumption[] {
  const actor = spot.candidates[0]?.entity;
  const tokens = text.tokens.slice(spot.start, spot.end);
  const first = tokens[0];
  if (!actor || !first) return [];
  const said = saidName(text, spot);
  if (spot.exactness !== 'exact' || isMended(tokens))
    return [{ kind: 'spelling', said, name: actor.name, name_ar: actor.nameAr }];
  // attached particles are on the first word only
  const rest = tokens.slice(1).map((token) => stemOf(token.norm));
  const isUnqualified = first.forms.some((form) => unqualifiedActors.has([stemOf(form.norm), ...rest].join('')));
  return isUnqualified ? [{ kind: 'actor_meaning', said, actor: actor.name }] : [];
}
