import type { Block } from '../reply/reply.ts';
import { documentLines } from '../summary/accounts.ts';
import type { FoundAnswer } from '../summary/answer.ts';
import { inquire } from '../summary/inquire.ts';
import { publishedBlocks } from '../summary/published.ts';
import { createVoice, type Voice } from '../summary/voice.ts';
import { defineCommand, ROLES } from './command.ts';
import { ANSWER, shownAnswer, understandingOf } from './shown-answer.ts';
import { viewOf } from './whole-answer.ts';

/** Enough for every incident that an answer's pages would show on a phone. */
const INCIDENTS = 100;

function documents({ incidents, possible }: FoundAnswer, voice: Voice): Block[] {
  const lines = new Map(
    [...incidents, ...possible].flatMap((incident) => documentLines(incident, voice)).map((line) => [JSON.stringify(line), line]),
  );
  if (lines.size === 0) return [];
  return [
    { kind: 'heading', text: voice.t('source-documents') },
    { kind: 'list', ordered: false, items: [...lines.values()].map((content) => ({ content })) },
  ];
}

/** Who is behind an answer, how reliable each is held to be, and the documents that it was read from. */
export const sources = defineCommand({
  name: 'sources',
  options: { answer: ANSWER },
  access: ROLES,
  async run(core, { answer: id }, invocation, context) {
    const shown = await shownAnswer(core, id, invocation, context);
    const { now, asOf } = shown;
    const answer = await inquire(understandingOf(shown), { now, asOf, offset: 0, limit: INCIDENTS }, core);
    const language = context.memory.chosen ?? shown.language;
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { t, either } = voice;
    const list: Block = {
      kind: 'list',
      ordered: false,
      items: answer.sources.map(({ name, name_ar, kind, reliability }) => ({
        content: [
          either(name, name_ar),
          `: ${t(`source-kind.${kind.replaceAll(' ', '-')}`)} · ${t(`source-reliability.${reliability}`)}`,
        ],
      })),
    };
    const nobody: Block = { kind: 'text', content: [t('sources-none')] };
    const behind = answer.total === null || answer.sources.length === 0 ? [nobody] : [list, ...documents(answer, voice)];
    // what an answer had no room for
    const published = answer.total === null ? [] : publishedBlocks(viewOf(core, shown, answer, voice));
    return { language, blocks: [...behind, ...published], visibility: 'public' };
  },
});
