import type { Store } from '../db/client.ts';
import type { Language } from '../db/schema/vocabulary.ts';
import type { Command } from './commands/command.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import type { Vault } from './identity/vault.ts';
import type { FetchLater, MediaArrived, MessageDeleted, Post } from './post.ts';
import type { QuestionReader } from './question/pipeline.ts';
import type { Translator } from './reply/translator.ts';
import type { Search } from './summary/surroundings.ts';
import type { ReportReader } from './tips/report-reader.ts';
import type { TipChanged } from './tips/tip-changed.ts';

/** Everything that answering takes, made once at start; commands get it whole. */
export interface Core {
  store: Store;
  vault: Vault;
  gazetteer: Gazetteer;
  reader: QuestionReader;
  /** What contacts tell. */
  reports: ReportReader;
  search: Search;
  translator(language: Language): Translator;
  /** All that there are, in the order of help. */
  commands: readonly Command[];
  /** Says something where nobody asked for it. */
  post: Post;
  /** Has a file fetched from its platform; it comes to `mediaArrived`. */
  fetchLater: FetchLater;
  mediaArrived: MediaArrived;
  messageDeleted: MessageDeleted;
  /** A tip has come or changed by its contact, in the transaction of it: the team's card follows. */
  tipChanged?: TipChanged;
  /** A tip of an unknown contact is published when two people want it. */
  twoToPublish?: boolean;
  /** Names, spellings or sources were changed in the store: they are read anew, here and in other processes. */
  namesChanged?(): Promise<void>;
  /** Short and unguessable. */
  newId(): string;
  /** Reports what should not have happened and returns the id under which it can be found. */
  reportBug(error: unknown, command: string): string;
}
