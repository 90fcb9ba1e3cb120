import type { CliCommand } from './cli-command.ts';

/** The command line, in the order of its help. Each is loaded when it is called. */
export const COMMANDS = {
  start: async () => (await import('./start.ts')).start,
  ask: async () => (await import('./ask.ts')).ask,
  chat: async () => (await import('./chat.ts')).chat,
  import: async () => (await import('./import.ts')).importCommand,
  places: async () => (await import('./places.ts')).places,
  team: async () => (await import('./team.ts')).team,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  originals: async () => (await import('./originals.ts')).originals,
  wipe: async () => (await import('./wipe.ts')).wipe,
  doctor: async () => (await import('./doctor.ts')).doctor,
  bench: async () => (await import('./bench.ts')).bench,
} satisfies Record<string, () => Promise<CliCommand>>;

export type CommandName = keyof typeof COMMANDS;
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
