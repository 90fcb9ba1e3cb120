/** Words between what somebody wants and why. */
const BECAUSE = [' because ', ' as per ', ' لأن ', ' لان ', ' بسبب '] as const;

/** "5 soldiers killed because SOHR corrected itself": the value, and why. */
export function withReason(said: string): { value: string; reason: string | null } {
  const lower = said.toLowerCase();
  const found = BECAUSE.map((word) => ({ word, at: lower.indexOf(word) })).filter(({ at }) => at > 0);
  const [first] = found.sort((a, b) => a.at - b.at);
  if (!first) return { value: said, reason: null };
  const reason = said.slice(first.at + first.word.length).trim();
  return reason === '' ? { value: said, reason: null } : { value: said.slice(0, first.at).trim(), reason };
}
