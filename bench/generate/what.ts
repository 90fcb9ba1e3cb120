import type { Tolls } from '../../src/db/schema/columns.ts';
import type { EventType, Evidence, SubEventType, Tactic, TargetObject } from '../../src/db/schema/vocabulary.ts';
import { type Draw, weighted } from './draw.ts';

/** What happened, as its columns say it. */
export interface What {
  event_type: EventType;
  sub_event_type: SubEventType;
  tactics: Tactic[];
  target_objects: TargetObject[];
  attributed_to: string[];
  claimed_by: string[];
  targets: string[];
  tolls: Tolls;
  evidence: Evidence;
}

interface Kind {
  event: EventType;
  sub: SubEventType;
  tactics: Tactic[];
}

const KINDS = weighted<Kind>([
  [{ event: 'Battles', sub: 'Armed clash', tactics: ['small_arms'] }, 22],
  [{ event: 'Battles', sub: 'Armed clash', tactics: ['ambush'] }, 12],
  [{ event: 'Battles', sub: 'Armed clash', tactics: ['raid'] }, 6],
  [{ event: 'Battles', sub: 'Armed clash', tactics: [] }, 8],
  [{ event: 'Explosions/Remote violence', sub: 'Remote explosive/landmine/IED', tactics: ['ied'] }, 14],
  [{ event: 'Explosions/Remote violence', sub: 'Remote explosive/landmine/IED', tactics: ['landmine'] }, 6],
  [{ event: 'Explosions/Remote violence', sub: 'Shelling/artillery/missile attack', tactics: ['shelling'] }, 9],
  [{ event: 'Explosions/Remote violence', sub: 'Air/drone strike', tactics: ['airstrike'] }, 7],
  [{ event: 'Violence against civilians', sub: 'Attack', tactics: ['assassination'] }, 6],
  [{ event: 'Violence against civilians', sub: 'Abduction/forced disappearance', tactics: ['kidnapping'] }, 4],
  [{ event: 'Strategic developments', sub: 'Arrests', tactics: ['arrest'] }, 6],
]);

const BY = weighted<string[]>([
  [['isis'], 70],
  [['saa'], 9],
  [['sdf'], 7],
  [['unidentified'], 8],
  [['sna'], 3],
  [['russia', 'saa'], 2],
  [['coalition', 'sdf'], 1],
]);

const ON = weighted<{ targets: string[]; party: keyof Tolls }>([
  [{ targets: ['saa'], party: 'government' }, 26],
  [{ targets: ['civilians'], party: 'civilians' }, 22],
  [{ targets: ['sdf'], party: 'sdf' }, 18],
  [{ targets: ['ndf'], party: 'government' }, 7],
  [{ targets: ['liwa-al-quds'], party: 'government' }, 2],
  [{ targets: ['saa', 'ndf'], party: 'government' }, 3],
  [{ targets: ['iraqi-security-forces'], party: 'iraq' }, 8],
  [{ targets: ['pmf'], party: 'iraq' }, 5],
  [{ targets: ['shepherds'], party: 'civilians' }, 3],
  [{ targets: ['oil-workers'], party: 'civilians' }, 1],
  [{ targets: [], party: 'unknown' }, 5],
]);

const OBJECTS = weighted<TargetObject[]>([
  [[], 62],
  [['checkpoint'], 10],
  [['vehicle'], 10],
  [['patrol'], 8],
  [['bus'], 2],
  [['convoy'], 4],
  [['oil_tanker'], 2],
  [['outpost'], 2],
]);

const EVIDENCE = weighted<Evidence>([
  ['confirmed', 18],
  ['fair', 45],
  ['weak', 32],
  ['contested', 4],
  ['discounted', 1],
]);

/** Tolls of conflicts have a long tail: most kill nobody or a few. */
const long = (draw: Draw) => Math.floor(1 / (1 - draw.unit()) ** 0.75) - 1;

export function whatOf(draw: Draw): What {
  const { event, sub, tactics } = draw.weighted(KINDS);
  const { targets, party } = draw.weighted(ON);
  const attributed = draw.weighted(BY);
  return {
    event_type: event,
    sub_event_type: sub,
    tactics,
    target_objects: draw.weighted(OBJECTS),
    attributed_to: attributed,
    claimed_by: attributed[0] === 'isis' && draw.unit() < 0.35 ? ['isis'] : [],
    targets,
    tolls: tollsOf(draw, party),
    evidence: draw.weighted(EVIDENCE),
  };
}

function tollsOf(draw: Draw, party: keyof Tolls): Tolls {
  if (draw.unit() < 0.22) return {};
  const killed = Math.min(long(draw), 300);
  const open = draw.unit() < 0.06;
  const tolls: Tolls = {};
  tolls[party] = { killed: { low: killed, high: open ? null : killed + draw.below(3), best: killed } };
  if (draw.unit() < 0.5) {
    const low = Math.min(long(draw), 400);
    tolls[party].wounded = { low, high: draw.unit() < 0.6 ? null : low + 2 };
  }
  if (draw.unit() < 0.03) tolls[party].captured = { low: 1 + draw.below(4), high: 5 };
  if (party !== 'isis' && draw.unit() < 0.12) tolls.isis = { killed: { low: draw.below(4), high: 4 } };
  return tolls;
}
