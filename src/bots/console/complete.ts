import type { Command, Role } from '../../core/commands/command.ts';

/** Tab after `/so` makes `/source`. */
export const completeCommands =
  (commands: readonly Command[], role: Role) =>
  (line: string): [completions: string[], word: string] => {
    const names = commands.filter(({ access }) => access.includes(role)).map(({ name }) => `/${name}`);
    return [line.startsWith('/') && !line.includes(' ') ? names.filter((name) => name.startsWith(line)) : [], line];
  };
