import type { GuestQuery } from "./inventory";

/** The query that asks for everybody, by name. */
export const EVERYTHING: GuestQuery = {
  text: "",
  standings: [],
  partners: [],
  identityClasses: [],
  userTypes: [],
  sponsor: "any",
  sponsorId: null,
  overdue: false,
  created: null,
  seen: null,
  waiting: null,
  sets: [],
  sort: { by: "name", descending: false },
};
