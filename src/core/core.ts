import type { Store } from '../db/client.ts';
import type { Language } from '../db/schema/vocabulary.ts';
import type { Command } from './commands/command.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import type { Vault } from './identity/vault.ts';
import type { QuestionReader } from './question/pipeline.ts';
import type { Translator } from './reply/translator.ts';
import type { Search } from './summary/surroundings.ts';

/** Everything that answering takes, made once at start; commands get it whole. */
export interface Core {
  store: Store;
  vault: Vault;
  gazetteer: Gazetteer;
  reader: QuestionReader;
  search: Search;
  translator(language: Language): Translator;
  /** All that there are, in the order of help. */
  commands: readonly Command[];
  /** Short and unguessable. */
  newId(): string;
  /** Reports what should not have happened and returns the id under which it can be found. */
  reportBug(error: unknown, command: string): string;
}
