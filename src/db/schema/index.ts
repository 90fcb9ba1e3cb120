export * from './account.ts';
export * from './actor.ts';
export * from './conversation.ts';
export * from './edit.ts';
export * from './incident.ts';
export * from './place.ts';
export * from './source.ts';
export * from './statistic.ts';
