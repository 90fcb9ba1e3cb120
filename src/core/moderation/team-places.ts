import { z } from 'zod';
import type { Database } from '../../db/client.ts';
import { readTeamPlaces } from '../../db/queries/team.ts';
import { LANGUAGES } from '../../db/schema/vocabulary.ts';
import type { Vault } from '../identity/vault.ts';

const routeSchema = z.object({ chat: z.string(), reach: z.unknown(), language: z.enum(LANGUAGES).default('en') });
/** How a chat of the team is reached, and in which language. */
export type PlaceRoute = z.infer<typeof routeSchema>;

const at = (id: string) => ({ column: 'team_place.route', row: id });

export const sealPlace = (vault: Vault, id: string, route: PlaceRoute): Uint8Array =>
  vault.seal(JSON.stringify(route), at(id), { until: 'wiped' });

/** Null: its key is gone. */
export function openPlace(vault: Vault, { id, route }: { id: string; route: Uint8Array }): PlaceRoute | null {
  const opened = vault.openText(route, at(id));
  return opened === null ? null : routeSchema.parse(JSON.parse(opened));
}

/** Where the team reads cards, opened. */
export async function openTeamPlaces(db: Database, vault: Vault) {
  const places = await readTeamPlaces(db);
  return places.flatMap(({ id, platform, bot, route }) => {
    const opened = openPlace(vault, { id, route });
    if (opened === null) return [];
    const { chat, reach, language } = opened;
    return [{ id, to: { platform, bot, chat, reach }, language }];
  });
}
