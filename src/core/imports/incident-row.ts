import { hash } from 'node:crypto';
import type { ImportedRow } from '../../db/queries/imports/rows.ts';
import { importedRow } from '../../db/queries/imports/stage.ts';
import type { Party, Reliability } from '../../db/schema/vocabulary.ts';
import { gradeEvidence } from '../facts/evidence.ts';
import type { PlaceFinder } from './find-place.ts';
import type { GivenIncident, KnownActor } from './reading.ts';

/** Whose account every row of an import is. */
export interface ImportSource {
  id: string;
  side: Party | null;
  reliability: Reliability;
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const REF_LENGTH = 6;

/**
 * What people will call an incident: made of where it comes from, so that the same row has the same ref in every store. `salt` gives
 * another where one is taken: among a million incidents some hundreds.
 */
export function importedRef(origin: string, originId: string, salt = 0): string {
  let n = Number.parseInt(hash('sha256', `${origin}\n${originId}\n${salt}`).slice(0, 12), 16);
  let letters = '';
  for (let i = 0; i < REF_LENGTH; i++) {
    letters += LETTERS[n % LETTERS.length];
    n = Math.floor(n / LETTERS.length);
  }
  return `BDY-${letters}`;
}

const idsOf = (actors: readonly KnownActor[]) => actors.map(({ id }) => id);
const partiesOf = (actors: readonly KnownActor[]) => actors.map(({ party }) => party);

/** A row of the store of what one row of the file tells. Throws BadCell where its place cannot be found. */
export function incidentRow(
  given: GivenIncident,
  line: number,
  { origin, source, place }: { origin: string; source: ImportSource; place: PlaceFinder },
): ImportedRow {
  const { originId, account, attributedTo, claimedBy, targets, place: givenPlace, ...said } = given;
  const evidence = gradeEvidence({
    perpetrators: partiesOf(attributedTo),
    targets: partiesOf(targets),
    attribution: given.attributionCertainty,
    accounts: [{ sourceId: source.id, side: source.side, reliability: source.reliability, stance: 'report' }],
  });
  const content = {
    ...said,
    ...place(givenPlace),
    attributedTo: idsOf(attributedTo),
    claimedBy: idsOf(claimedBy),
    targets: idsOf(targets),
    evidence,
    status: 'published' as const,
  };
  return importedRow({ line, originId, ref: importedRef(origin, originId), content, account });
}
