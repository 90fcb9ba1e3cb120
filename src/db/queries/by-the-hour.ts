const HOUR_MS = 3_600_000;

/** Rounded down to the hour: to the second, rows of a chat would tell when its person wrote, and so perhaps who they are. */
export const byTheHour = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
