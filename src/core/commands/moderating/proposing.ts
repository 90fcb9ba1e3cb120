import type { Core } from '../../core.ts';
import { ChangedSince } from '../../moderation/publishing/outcome.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import { createVoice, type Voice } from '../../summary/voice.ts';
import { type Args, type Command, defineCommand, type Invocation, type Options } from '../command.ts';
import { TEAM, text } from './on-tips.ts';

export interface Asked<O extends Options> {
  core: Core;
  args: Args<O>;
  invocation: Invocation;
  voice: Voice;
}

/** What would be written, and the button that writes it; no button: there is nothing to write, and the blocks say why. */
export interface Shown {
  blocks: Block[];
  button?: { label: string; args: Record<string, string> };
}

/** Something that the team writes into the store: shown first, written when the button is pressed. `P`: what the words propose. */
export interface Proposing<O extends Options, P> {
  name: string;
  /** The command behind the button: it takes the same options, as they were seen. */
  saves: string;
  options: O;
  /** Throws UserError where the words propose nothing. */
  read(asked: Asked<O>): Promise<P> | P;
  show(proposed: P, asked: Asked<O>): Promise<Shown> | Shown;
  /** Throws ChangedSince where what was seen is no more so: it is shown anew. */
  save(proposed: P, asked: Asked<O>): Promise<Reply>;
}

/** The command that shows, and the one that saves. */
export function proposing<const O extends Options, P>(it: Proposing<O, P>): readonly [Command<O>, Command<O>] {
  const { name, saves, options, read, show, save } = it;
  const asking = (core: Core, args: Args<O>, invocation: Invocation, { language }: Pick<Reply, 'language'>): Asked<O> => ({
    core,
    args,
    invocation,
    voice: createVoice(core.translator(language), core.gazetteer),
  });
  const shown = async (asked: Asked<O>, before: Block[] = []): Promise<Reply> => {
    const { blocks, button } = await show(await read(asked), asked);
    const actions = button ? [{ label: button.label, command: saves, args: button.args }] : [];
    return {
      language: asked.voice.language,
      visibility: 'public',
      blocks: [...before, ...blocks, ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : [])],
    };
  };
  return [
    defineCommand<O>({
      name,
      options,
      access: TEAM,
      run: (core, args, invocation, context) => shown(asking(core, args, invocation, context)),
    }),
    defineCommand<O>({
      name: saves,
      options,
      access: TEAM,
      unlisted: true,
      async run(core, args, invocation, context) {
        const asked = asking(core, args, invocation, context);
        try {
          return await save(await read(asked), asked);
        } catch (error) {
          if (!(error instanceof ChangedSince)) throw error;
          return shown(asked, [text(asked.voice.t('shown-anew'))]);
        }
      },
    }),
  ];
}

export const said = (language: Reply['language'], blocks: Block[]): Reply => ({ language, visibility: 'public', blocks });
