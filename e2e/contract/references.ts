const objects = "https://graph.microsoft.com/v1.0/directoryObjects";

/** Where an object is, as a body that refers to it says. */
export const urlOf = ({ id }: { id: string }): string => `${objects}/${id}`;

/** The body of a request that relates one object to another. */
export const reference = (id: string) => ({ "@odata.id": urlOf({ id }) });
