/**
 * What the core says, with no platform in it. Text is plain: each renderer escapes it for its platform, so nothing that a person typed
 * can become markup. The union is closed: a new kind of block does not compile until every renderer handles it.
 */
export type Inline = string | { style: 'bold' | 'italic' | 'code'; text: string } | { link: string; text: string };

/** A button: pressing it is one more command. */
export interface Action {
  label: string;
  command: string;
  args: Record<string, string>;
}

export type Block =
  | { kind: 'text'; content: Inline[] }
  | { kind: 'heading'; text: string }
  /** Items may carry lines below them. */
  | { kind: 'list'; ordered: boolean; start?: number; items: { content: Inline[]; lines?: Inline[][] }[] }
  /** Short label – value pairs. */
  | { kind: 'facts'; facts: { label: string; value: Inline[] }[] }
  | { kind: 'table'; columns: { title: string; align: 'start' | 'end' }[]; rows: string[][] }
  | { kind: 'image'; png: Uint8Array; name: string /** says in words what the picture shows */; alternative: string }
  | { kind: 'file'; data: Uint8Array; name: string; mime: string; note: string }
  /** Small print: assumptions, what was not understood, the store's version. */
  | { kind: 'note'; content: Inline[]; tone: 'plain' | 'warning' }
  | { kind: 'actions'; actions: Action[] };

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

export interface Reply {
  language: 'en' | 'ar';
  /** None: nothing is said to a message. */
  blocks: Block[];
  /**
   * private: for the asker's eyes alone; in a group it is said in their private chat, where the platform cannot hide it. quiet: of no use to
   * others, hidden from them where the platform can.
   */
  visibility: 'public' | 'quiet' | 'private';
  /** The message that it answers is deleted from the chat once the reply is kept, where the platform can. */
  forgetsCause?: true;
  /** The chat in which it is said has become the team's, or is no longer. */
  teamChat?: 'bound' | 'unbound';
}
