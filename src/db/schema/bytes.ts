import { customType } from 'drizzle-orm/pg-core';

/** A bytea column. Give sealed columns the name of what is inside: the type says that it is sealed or hashed. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
