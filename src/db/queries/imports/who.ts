/** Who writes what an import brings; any other name in `edit.who` but `dalil` is a person's. */
export const IMPORT = 'import';
