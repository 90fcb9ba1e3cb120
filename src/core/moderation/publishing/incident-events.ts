/** What the team does to incidents, with the words by which the incident's own history keeps it for everybody. */
export const WHY = {
  created: 'written by the team',
  changed: 'corrected by the team',
  accounted: 'a source added by the team',
  undone: 'taken back by the team',
  published: 'told by a field contact, published by the team',
  merged: 'a field contact tells of it too',
  unmerged: 'the team took its decision back',
} as const;
export type IncidentEvent = keyof typeof WHY;

/** Which of these wrote an edit; undefined: another writer did. */
export const eventOf = (why: string): IncidentEvent | undefined =>
  (Object.keys(WHY) as IncidentEvent[]).find((event) => WHY[event] === why);

export const isIncidentEvent = (word: string): word is IncidentEvent => Object.hasOwn(WHY, word);

/** What takes something back names the decision that it took back. */
export const TAKES_BACK = ['undone', 'unmerged'] as const satisfies readonly IncidentEvent[];
