/** Radius in pixels: area grows with the toll, so that forty dead are not drawn as a dot nor as a moon. */
export const pointRadius = (killed: number | null): number => 6 + Math.min(26, Math.sqrt(killed ?? 0) * 3.6);
