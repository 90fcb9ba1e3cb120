import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { type Assembly, open, startAssembly, use } from './assembly.ts';
import { assembleGrouping, assembleTop } from './breakdown.ts';
import { assembleComparison, comparisonWanted } from './comparison.ts';
import { assembleEvents } from './events.ts';
import { assembleEvidence, assembleExclusions } from './exclusions.ts';
import { assembleFilters } from './filters.ts';
import { assembleIntent } from './intent.ts';
import { assembleLatest, assembleListing } from './listing.ts';
import { assemblePlaces } from './places.ts';
import { assembleActors } from './roles.ts';
import type { Sentence } from './sentence.ts';
import { assembleTime, periodsOf } from './times.ts';
import { assembleCasualties } from './tolls.ts';
import { whyUnanswerable } from './unanswerable.ts';

/** A sentence's items become a question, slot by slot. What comes first takes its words first. */
export function assemble(sentence: Sentence, gazetteer: Gazetteer): Assembly {
  const assembly = startAssembly(sentence, gazetteer);
  const comparison = comparisonWanted(sentence);
  assembleExclusions(assembly);
  assembleEvidence(assembly);
  const periods = periodsOf(assembly, comparison.wanted && (comparison.kind === null || comparison.kind === 'time'));
  assembleTime(assembly, periods, comparison.wanted);
  assemblePlaces(assembly, comparison.wanted && comparison.kind !== 'time');
  assembleEvents(assembly);
  assembleActors(assembly);
  if (comparison.wanted) assembleComparison(assembly, periods, comparison.kind);
  if (assembly.question.compare === null) assembleTop(assembly);
  if (!assembly.said.has('intent')) assembleLatest(assembly);
  assembleCasualties(assembly);
  assembleGrouping(assembly);
  assembleFilters(assembly);
  assembleListing(assembly);
  assembleIntent(assembly);
  const why = whyUnanswerable(sentence);
  assembly.declined = why;
  assembly.question.unanswerable = why !== null;
  if (why) assembly.question.intent = 'list';
  if (why) for (const item of open(assembly, 'unanswerable')) use(assembly, item);
  return assembly;
}
