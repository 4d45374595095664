/** A new id of an operation, a plan or an entry; a retry keeps the id that it was given. */
export const mintId = (): string => crypto.randomUUID();
