import type { Asking } from './facts-desk.ts';

/** The questions that a newcomer is shown, on the shipped facts. */

export const inApril2023 = { from: '2023-04-01', to: '2023-04-30' };

export const nearSukhnah: Asking = {
  question: { intent: 'list', subject: 'attacks', places: ['as-sukhnah'], relation: 'near', time: inApril2023 },
  assumptions: [
    { kind: 'year', said: 'April', ...inApril2023 },
    { kind: 'radius', place: 'As-Sukhnah', km: 30 },
  ],
};

export const march2023: Asking = {
  question: {
    intent: 'count',
    subject: 'attacks',
    places: ['sy-homs', 'sy-hama', 'sy-deir-ez-zor'],
    relation: 'in',
    time: { from: '2023-03-01', to: '2023-03-31' },
  },
};

export const kabajib: Asking = {
  question: { intent: 'summary', places: ['kabajib'], relation: 'near', time: { from: '2020-05-17', to: '2020-05-17' } },
  assumptions: [{ kind: 'radius', place: 'Kabajib', km: 30 }],
};

export const bishri: Asking = {
  question: {
    intent: 'lookup',
    tactics: ['ambush'],
    places: ['jabal-al-bishri'],
    relation: 'near',
    time: { from: '2019-04-01', to: '2019-04-30' },
  },
  assumptions: [{ kind: 'radius', place: 'Jabal al-Bishri', km: 30 }],
};

export const onLiwaAlQuds: Asking = {
  question: {
    intent: 'list',
    subject: 'attacks',
    actors: { perpetrator: [], target: ['Liwa al-Quds'], any: [] },
    time: { from: '2019-01-01', to: '2024-06-12' },
  },
  now: '2024-06-12',
};

export const sdfAreas: Asking = {
  question: {
    intent: 'count',
    casualties: { field: 'killed', op: 'sum', value: null },
    places: ['sdf-areas'],
    relation: 'in',
    time: { from: '2021-01-01', to: '2021-12-31' },
  },
};

export const yesterday: Asking = {
  question: { intent: 'summary', places: ['as-sukhnah'], relation: 'in', time: { from: '2023-05-01', to: '2023-05-01' } },
};
