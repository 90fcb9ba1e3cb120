import type { Language } from '../../../db/schema/vocabulary.ts';
import { languageOf } from '../../commands/message.ts';
import type { Core } from '../../core.ts';
import { createVoice } from '../../summary/voice.ts';
import type { Draft } from '../../tips/draft.ts';
import { fieldSaid } from '../draft-fields.ts';

const ISOLATES = /[\u2066-\u2069]/gu;
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A sentence made of the fields alone: "Ambush by ISIS, near As-Sukhnah: 3 killed (government side)." */
function made(draft: Draft, language: Language, core: Pick<Core, 'gazetteer' | 'translator'>): string {
  const voice = createVoice(core.translator(language), core.gazetteer);
  const { t } = voice;
  // an ambush is a clash too
  const closer = draft.tactics.filter((tactic) => tactic !== 'clash');
  const tactics = closer.length > 0 ? closer : draft.tactics;
  const what = tactics.length > 0 ? fieldSaid('tactics', { ...draft, tactics }, voice) : t('drafted-attack');
  const by = draft.attackers.length > 0 ? t('drafted-by', { what, who: voice.actorsAfter(draft.attackers) }) : what;
  const place = draft.place ? fieldSaid('place', { ...draft, place: { ...draft.place, pinned: false } }, voice) : '';
  const where = place === '' ? by : t('drafted-where', { what: by, place });
  const toll = Object.keys(draft.tolls).length > 0 ? fieldSaid('casualties', draft, voice) : '';
  return capital(toll === '' ? t('drafted-end', { what: where }) : t('drafted-toll', { what: where, toll })).replace(
    ISOLATES,
    '',
  );
}

/** The moderator's own sentence in its language; in the other one a sentence of the fields. */
export function summaryOf(draft: Draft, core: Pick<Core, 'gazetteer' | 'translator'>): { summaryEn: string; summaryAr: string } {
  const own = draft.summary ?? '';
  const spoken = own === '' ? null : (languageOf(own) ?? 'en');
  return {
    summaryEn: spoken === 'en' ? own : made(draft, 'en', core),
    summaryAr: spoken === 'ar' ? own : made(draft, 'ar', core),
  };
}
