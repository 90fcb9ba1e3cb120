import { ask } from './ask.ts';
import { bind } from './bind.ts';
import type { Command } from './command.ts';
import { deleteCommand, join, safety } from './contact.ts';
import { enrol } from './enrol.ts';
import { exportCommand } from './export.ts';
import { grade } from './grade.ts';
import { help } from './help.ts';
import { incident } from './incident.ts';
import { language } from './language.ts';
import { approve } from './moderating/approve.ts';
import { account, attest, change, create, newIncident, rewrite } from './moderating/by-hand.ts';
import { block, reveal, trust, wipe } from './moderating/contacts.ts';
import { correct } from './moderating/correct.ts';
import { edit, revise } from './moderating/edit.ts';
import { heeding } from './moderating/heeding.ts';
import { merge, unite } from './moderating/merge.ts';
import { addsource, alias, enlist, spell } from './moderating/names.ts';
import { claim, decline, note, release, spam } from './moderating/on-tips.ts';
import { queue } from './moderating/queue.ts';
import { inquire, relay } from './moderating/relay.ts';
import { history, review } from './moderating/review.ts';
import { stats } from './moderating/stats.ts';
import { undo } from './moderating/undo.ts';
import { more } from './more.ts';
import { add, forget, status, withdraw } from './own-tips.ts';
import { chart, map } from './pictures.ts';
import { radius } from './radius.ts';
import { source } from './source.ts';
import { sources } from './sources.ts';
import { team } from './team.ts';
import { tip } from './tip.ts';
import { done, fix, question, say, skip } from './tip-buttons.ts';

/** Every command, in the order of help and menus. */
export const commands: readonly Command[] = [
  ask,
  incident,
  source,
  more,
  map,
  chart,
  radius,
  grade,
  sources,
  exportCommand,
  tip,
  status,
  add,
  withdraw,
  forget,
  safety,
  join,
  deleteCommand,
  fix,
  say,
  skip,
  done,
  question,
  queue,
  review,
  heeding(claim),
  heeding(approve),
  heeding(merge),
  unite,
  release,
  heeding(edit),
  revise,
  relay,
  inquire,
  note,
  heeding(decline),
  heeding(spam),
  undo,
  history,
  stats,
  newIncident,
  create,
  change,
  rewrite,
  account,
  attest,
  correct,
  addsource,
  enlist,
  alias,
  spell,
  block,
  trust,
  reveal,
  wipe,
  language,
  enrol,
  team,
  bind,
  help,
];
