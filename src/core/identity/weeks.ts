const DAY_MS = 86_400_000;
const NAME = /^week-(?<year>\d{4})-W(?<week>\d{2})$/u;

/** Monday, 0:00 UTC, of the ISO week of the given instant. */
const mondayOf = (at: Date): number => {
  const day = Math.floor(at.getTime() / DAY_MS);
  // 1970-01-01 was a Thursday
  return (day - ((day + 3) % 7)) * DAY_MS;
};

/** `week-2026-W47`: the ISO 8601 week in UTC. */
export function weekKeyName(at: Date): string {
  const thursday = new Date(mondayOf(at) + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `week-${year}-W${String(week).padStart(2, '0')}`;
}

/** When the last moment of a week key's week is over; null: it is no week key. */
export function weekEnd(name: string): Date | null {
  const { year, week } = NAME.exec(name)?.groups ?? {};
  if (year === undefined || week === undefined) return null;
  // 4 January is always in week 1
  return new Date(mondayOf(new Date(Date.UTC(Number(year), 0, 4))) + Number(week) * 7 * DAY_MS);
}
