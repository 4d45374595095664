export type PlaceHref =
  | "/"
  | "/guests"
  | "/invitations"
  | "/deleted"
  | "/reviews"
  | "/reviews/mine"
  | "/reviews/coverage"
  | "/history"
  | "/settings";

/** A page of the console. */
export interface Place<Href extends string = string> {
  readonly href: Href;
  readonly name: string;
}

interface PlaceGroup {
  /** Null where the places need no heading. */
  readonly name: string | null;
  readonly places: readonly Place<PlaceHref>[];
}

/** The places of the console by what they are for, as the navigation and the search list them. */
export const PLACE_GROUPS: readonly PlaceGroup[] = [
  { name: null, places: [{ href: "/", name: "Overview" }] },
  {
    name: "Guests",
    places: [
      { href: "/guests", name: "Guests" },
      { href: "/invitations", name: "Invitations" },
      { href: "/deleted", name: "Deleted" },
    ],
  },
  {
    name: "Govern",
    places: [
      { href: "/reviews", name: "Reviews" },
      { href: "/reviews/mine", name: "My reviews" },
      { href: "/reviews/coverage", name: "Coverage" },
    ],
  },
  { name: "Evidence", places: [{ href: "/history", name: "History" }] },
  { name: null, places: [{ href: "/settings", name: "Settings" }] },
];

/** Pages that no menu lists and the search finds. */
export const MORE_PLACES: readonly Place[] = [
  { href: "/reviews/new", name: "New access review" },
  { href: "/history/integrity", name: "Integrity of the history" },
  { href: "/settings/erase", name: "Erase a person" },
  { href: "/settings/setup", name: "Setup" },
];
