import { EXPORTS, type ExportFormat } from '../export/export-answer.ts';
import { sayQuestion } from '../summary/understood.ts';
import { defineCommand, ROLES } from './command.ts';
import { ANSWER, shownAnswer } from './shown-answer.ts';
import { wholeView } from './whole-answer.ts';

const FORMATS = Object.keys(EXPORTS) as ExportFormat[];
const isFormat = (format: string): format is ExportFormat => format in EXPORTS;

/** Exactly the incidents that the answer counts, as a file. */
export const exportCommand = defineCommand({
  name: 'export',
  options: { format: { kind: 'choice', choices: FORMATS, required: false }, answer: ANSWER },
  access: ROLES,
  async run(core, { format = 'csv', answer: id }, invocation, context) {
    const shown = await shownAnswer(core, id, invocation, context);
    const view = await wholeView(core, shown, context);
    const { answer, question, saying, voice } = view;
    const chosen = isFormat(format) ? format : 'csv';
    const file = EXPORTS[chosen]({ answer, question: sayQuestion(question, saying), gazetteer: core.gazetteer });
    const note = voice.t('export-note', { n: answer.incidents.length, format: chosen });
    const name = `dalil-${answer.day}-v${answer.store_version}-${core.newId().slice(0, 6)}.${file.extension}`;
    return {
      language: voice.language,
      blocks: [{ kind: 'file', data: file.data, mime: file.mime, name, note }],
      visibility: 'public',
    };
  },
});
