import type { Block } from '../../reply/reply.ts';
import type { AnswerIncident } from '../answer.ts';
import { bold } from '../headline.ts';
import { incidentItem, sayIncidentToll } from '../incident-lines.ts';
import { sourceName } from '../source-name.ts';
import type { Presenter } from '../view.ts';
import type { Voice } from '../voice.ts';
import { list } from './list.ts';

/** "Claimed by ISIS, through Amaq" */
function sayClaim(incident: AnswerIncident, voice: Voice): string {
  const { t, actors } = voice;
  if (incident.claimed_by.length === 0) return t('claim.none');
  const through = incident.accounts.filter((account) => account.stance === 'claim');
  const who = actors(incident.claimed_by);
  if (through.length === 0) return t('claim.by', { who });
  const sources = t.list([...new Set(through.map((account) => sourceName(account.source, account.source_ar, voice)))]);
  return t('claim.through', { who, sources });
}

/** Decimals of a degree that a place is known to: no more than the record warrants, none for an area. */
const DECIMALS: Readonly<Record<number, number>> = { 1: 4, 2: 2 };

function point({ lat, lon, where_prec }: AnswerIncident, t: Voice['t']): string {
  const decimals = DECIMALS[where_prec];
  return decimals === undefined ? '' : t('point', { lat: lat.toFixed(decimals), lon: lon.toFixed(decimals) });
}

function facts(incident: AnswerIncident, { t }: Voice): Block[] {
  const lines = [
    { label: t('fact.tactics'), value: t.list(incident.tactics.map((tactic) => t(`tactic.${tactic}`))) },
    { label: t('fact.targets'), value: t.list(incident.target_objects.map((object) => t(`target-object.${object}`))) },
    { label: t('fact.type'), value: t('event-type-full', { type: incident.event_type, sub: incident.sub_event_type }) },
    { label: t('fact.point'), value: point(incident, t) },
    { label: t('fact.version'), value: String(incident.version) },
  ];
  const said = lines.filter(({ value }) => value !== '').map(({ label, value }) => ({ label, value: [value] }));
  return [{ kind: 'facts', facts: said }];
}

/** All that is known of one incident; who claimed it comes first. */
export function incidentCard(incident: AnswerIncident, voice: Voice): [Block, ...Block[]] {
  const head = voice.t('lookup', { claim: sayClaim(incident, voice), toll: sayIncidentToll(incident, voice) });
  const item = incidentItem(incident, 'full', voice);
  return [bold(head), { kind: 'list', ordered: false, items: [item] }, ...facts(incident, voice)];
}

/** One incident with all that is known of it; several where the question fits more than one. */
export const lookup: Presenter = (view) => {
  const { answer, voice } = view;
  const [only, more] = answer.incidents;
  if (!only || more) return list(view);
  const [head, ...body] = incidentCard(only, voice);
  return { head: [head], body, listed: 1 };
};
