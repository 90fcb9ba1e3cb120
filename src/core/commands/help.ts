import type { Block, Reply } from '../reply/reply.ts';
import type { Translator } from '../reply/translator.ts';
import { UserError } from '../user-error.ts';
import { type Command, defineCommand, type Options, ROLES, type Role } from './command.ts';

const mayUse = (command: Command, role: Role) => command.access.includes(role) && !command.unlisted;

/** `/source NAME`; what may be left out stands in brackets. */
function usage(t: Translator, { name, options }: { name: string; options: Options }): string {
  const words = Object.entries(options).map(([option, { required }]) => {
    const word = t(`command-${name}.${option}-word`);
    return required ? word : `[${word}]`;
  });
  return [`/${name}`, ...words].join(' ');
}

const EXAMPLES = ['near', 'count', 'trend', 'compare', 'claimed'] as const;

function overview(t: Translator, commands: readonly Command[]): Block[] {
  return [
    { kind: 'text', content: [t('help')] },
    { kind: 'text', content: [t('help-examples')] },
    { kind: 'list', ordered: false, items: EXAMPLES.map((name) => ({ content: [t(`example.${name}`)] })) },
    { kind: 'text', content: [t('help-tips')] },
    { kind: 'text', content: [t('help-commands')] },
    {
      kind: 'list',
      ordered: false,
      items: commands.map((command) => ({
        content: [{ style: 'code', text: usage(t, command) }, `: ${t(`command-${command.name}`)}`],
      })),
    },
  ];
}

function explain(t: Translator, command: Command): Block[] {
  const { name, options } = command;
  const facts = Object.keys(options).map((option) => ({
    label: t(`command-${name}.${option}-word`),
    value: [t(`command-${name}.${option}`)],
  }));
  return [
    { kind: 'heading', text: usage(t, command) },
    { kind: 'text', content: [t(`command-${name}`)] },
    ...(facts.length > 0 ? [{ kind: 'facts', facts } satisfies Block] : []),
    { kind: 'text', content: [t('help-for-example'), ' ', { style: 'code', text: t(`command-${name}.example`) }] },
  ];
}

/** Help is made from the commands themselves, for what the asker may use. */
export const help = defineCommand({
  name: 'help',
  options: { command: { kind: 'text', required: false } },
  access: ROLES,
  replies: 'private',
  async run(core, args, invocation, { language }): Promise<Reply> {
    const t = core.translator(language);
    const usable = core.commands.filter((command) => mayUse(command, invocation.role));
    const name = args.command?.replace(/^\//u, '').toLowerCase();
    const one = usable.find((command) => command.name === name);
    if (name !== undefined && !one) throw new UserError('no-such-help', { command: name.slice(0, 32) });
    return { language, blocks: one ? explain(t, one) : overview(t, usable), visibility: 'private' };
  },
});
