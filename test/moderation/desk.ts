import type { Core } from '../../src/core/core.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import { buttonsOf, type Person, person, textOf } from '../support/core.ts';

export const TODAY = '2025-06-01';
export const incidentIn = (text: string) => /BDY-[2-9A-Z]{6}/u.exec(text)?.[0] ?? '';

export const moderator = (core: Core, name: string): Person => person(core, { name, role: 'moderator', today: TODAY });

/** Both taps: what is shown, and the last button under it, which saves it. */
export async function saved(by: Person, text: string): Promise<Reply> {
  const save = buttonsOf(await by.says(text)).at(-1);
  if (!save) throw new Error(`nothing is offered for ${text}`);
  return by.presses(save);
}

let contacts = 0;

/** What a team of one does all day. */
export function deskOf(core: Core, by: Person) {
  const waiting = async () =>
    [...textOf(await by.says('/queue new')).matchAll(/^\d+\. (T-\w{6})/gmu)].map(([, ref]) => ref ?? '');
  /** A contact of their own tells something; the ref that the team calls it by. */
  async function told(text: string): Promise<{ contact: Person; ref: string }> {
    const before = await waiting();
    const contact = person(core, { name: `teller${++contacts}`, role: 'contact', today: TODAY });
    await contact.says(text);
    const ref = (await waiting()).find((one) => !before.includes(one));
    if (ref === undefined) throw new Error(`no tip came of ${text}`);
    return { contact, ref };
  }
  return {
    told,
    written: async (text: string) => incidentIn(textOf(await saved(by, `/new ${text}`))),
    published: async (text: string) => incidentIn(textOf(await by.says(`/approve ${(await told(text)).ref} publish`))),
  };
}
