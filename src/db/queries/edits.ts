import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { edit } from '../schema/edit.ts';

type EditRow = typeof edit.$inferSelect;

/** Everything that was ever changed of one thing, oldest first. */
export const readEdits = (db: Database, subject: EditRow['subject'], subjectId: string): Promise<EditRow[]> =>
  db
    .select()
    .from(edit)
    .where(and(eq(edit.subject, subject), eq(edit.subjectId, subjectId)))
    .orderBy(asc(edit.id));
