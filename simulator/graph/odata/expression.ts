export type Literal =
  | { kind: "string"; value: string }
  | { kind: "number"; value: number }
  | { kind: "boolean"; value: boolean }
  /** An instant, as ISO 8601 in UTC. */
  | { kind: "date"; value: string }
  | { kind: "guid"; value: string }
  | { kind: "null" };

export type Comparator = "eq" | "ne" | "gt" | "ge" | "lt" | "le";
export type TextFunction = "startsWith" | "endsWith" | "contains";
type Quantifier = "any" | "all";

/** What a path starts from: the row itself, or the variable of a lambda around it. */
export interface Path {
  variable: string | null;
  /** Property names; `$count` may be the last, and a name with a dot is a cast. */
  segments: readonly string[];
}

/** A parsed `$filter`. */
export type Filter =
  | { kind: "and" | "or"; left: Filter; right: Filter }
  | { kind: "not"; inner: Filter }
  | { kind: "compare"; path: Path; operator: Comparator; value: Literal }
  | { kind: "in"; path: Path; values: readonly Literal[] }
  | { kind: "text"; name: TextFunction; path: Path; value: string }
  | { kind: "lambda"; quantifier: Quantifier; path: Path; variable: string; body: Filter | null };
