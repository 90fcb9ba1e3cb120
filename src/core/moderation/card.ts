import type { Block, Reply } from '../reply/reply.ts';
import type { Voice } from '../summary/voice.ts';
import { understoodFacts } from '../tips/understood.ts';
import { cardActions } from './card-actions.ts';
import { fieldSaid } from './draft-fields.ts';
import { hourSaid } from './times.ts';
import type { TipView } from './tip-view.ts';

type Facts = { label: string; value: string }[];

function standing({ row, claimedBy, decidedBy, code, trust, blocked }: TipView, voice: Voice): Facts {
  const { t } = voice;
  const whose = decidedBy ?? claimedBy;
  const contact = t('card-contact', { code: code ?? t('card-forgotten'), trust: t(`contact-trust.${trust}`) });
  const state = t(`mod-state.${row.state}`);
  return [
    { label: t('card-from'), value: blocked ? t('card-blocked', { contact }) : contact },
    { label: t('card-came'), value: hourSaid(row.receivedAt, voice) },
    { label: t('card-state'), value: whose === null ? state : t('card-state-with', { state, name: whose }) },
  ];
}

/** What they wrote and what was asked back, in order. */
function words({ parts, content }: TipView, { t }: Voice): Block[] {
  if (content === null) return [{ kind: 'note', tone: 'plain', content: [t('card-destroyed')] }];
  const items = parts.map(({ kind, text }) => ({
    content: [kind === 'words' ? t.quote(text) : t(`card-part.${kind}`, { text })],
  }));
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}

/** What was taken for granted, so that nobody takes a guess for the contact's word. */
function assumed({ content }: TipView, { t, actors }: Voice): string[] {
  if (!content) return [];
  const { draft, revised } = content;
  const fields = Object.keys(revised);
  return [
    ...(draft.place === null ? [t('card-missing.place')] : []),
    ...(draft.day === null ? [t('card-missing.day')] : []),
    ...(draft.place && !draft.place.pinned && draft.place.precision > 1 ? [t('card-assumed.place')] : []),
    ...(draft.day && draft.day.precision > 1 ? [t('card-assumed.day')] : []),
    ...(draft.involved.length > 0 ? [t('card-assumed.involved', { names: actors(draft.involved) })] : []),
    ...(fields.length > 0 ? [t('card-revised', { fields: t.list(fields.map((field) => t(`draft-field.${field}`))) })] : []),
  ];
}

function media({ media }: TipView, { t }: Voice): Facts {
  const clean = media.filter(({ state }) => state === 'clean').length;
  const unseen = media.filter(({ state }) => state === 'waiting' || state === 'unseen');
  // a voice tells who speaks: that it is there is all that the team learns of it
  const sound = unseen.filter(({ kind, state }) => kind === 'audio' && state === 'unseen').length;
  const held = unseen.length - sound;
  const seen = held > 0 ? [t('card-media-held', { clean, held })] : clean > 0 ? [t('card-media-clean', { clean })] : [];
  const value = [...seen, ...(sound > 0 ? [t('card-media-sound', { n: sound })] : [])];
  return value.length === 0 ? [] : [{ label: t('card-media'), value: t.list(value) }];
}

const asFacts = (facts: Facts): Block[] =>
  facts.length === 0 ? [] : [{ kind: 'facts', facts: facts.map(({ label, value }) => ({ label, value: [value] })) }];

const warnings = ({ row }: TipView, { t }: Voice): Block[] =>
  row.flags.length === 0
    ? []
    : [
        {
          kind: 'note',
          tone: 'warning',
          content: [t('card-flags', { flags: t.list(row.flags.map((flag) => t(`tip-flag.${flag}`))) })],
        },
      ];

/**
 * A tip for whoever decides: the same words wherever it is shown. `further`: what else is known of it, such as likely duplicates.
 */
export function cardOf(view: TipView, voice: Voice, further: readonly Block[] = []): Reply {
  const { t } = voice;
  const { content } = view;
  const draft = content?.draft;
  const notes = assumed(view, voice);
  return {
    language: voice.language,
    visibility: 'public',
    blocks: [
      { kind: 'heading', text: t('card-title', { ref: view.row.ref }) },
      ...asFacts([...standing(view, voice), ...media(view, voice)]),
      ...words(view, voice),
      ...(draft
        ? [{ kind: 'facts' as const, facts: understoodFacts(draft, voice) }].filter(({ facts }) => facts.length > 0)
        : []),
      ...(draft?.summary ? asFacts([{ label: t('draft-field.summary'), value: fieldSaid('summary', draft, voice) }]) : []),
      ...notes.map((note): Block => ({ kind: 'note', tone: 'plain', content: [note] })),
      ...warnings(view, voice),
      ...further,
      ...cardActions(view, voice),
    ],
  };
}
