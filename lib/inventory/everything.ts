import type { GuestQuery } from "./inventory";

/** The query that asks for everybody, by name. */
export const EVERYTHING: GuestQuery = {
  text: "",
  standings: [],
  partners: [],
  identityClasses: [],
  userTypes: [],
  sponsor: "any",
  sort: { by: "name", descending: false },
};
