import type { Subject } from "@/lib/domain/intent";
import type { Outcome } from "@/lib/domain/outcome";
import type { Findings, Shown } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import type { Ride } from "./ride";

/** A decision or an intent, as far as every run treats them alike. */
export interface Deed {
  readonly id: string;
  readonly planId: string;
  readonly guestId: string | null;
}

export type Sight = Shown;

/** What was found right before the act: why nothing is to be sent, or what the act has to know. */
export type Looked<S> =
  { readonly outcome: Outcome } | { readonly outcome: null; readonly seen: S };

/** What Graph said to an act that it accepted. */
export interface Acted {
  readonly requestId: string | null;
  readonly detail: string | null;
}

/** What has to be known to recognise a deed in the directory. */
export interface Trace<S> {
  readonly actorId: string;
  /** When it was on the ledger; nothing was sent before. */
  readonly recordedAt: Instant;
  /** What was seen right before it was sent; null when nobody knows that any more. */
  readonly seen: S | null;
}

/** How an accepted act is seen in the directory: by itself, in one reading for all at the end of the run, or never. */
export type Proof = "each" | "together" | "none";

/**
 * What differs between the kinds of deeds. When each is recorded, sent, tried again and settled is the runner's, and
 * the same for all. `since` is the earliest moment at which a reading may have begun to count.
 */
export interface Way<D extends Deed, S> {
  /** How many writes one try takes. */
  writes(deed: D): number;
  look(deed: D, ride: Ride, trace: Trace<S>, since: Instant): Promise<Looked<S>>;
  /** Sends it, once. */
  send(deed: D, seen: S): Promise<Acted>;
  /** Does what belongs to an act that was accepted; answers with what is to be told of that. */
  follow(deed: D, acted: Acted, ride: Ride): Promise<string | null>;
  /** Throws what reading throws. */
  sight(deed: D, trace: Trace<S>, since: Instant): Promise<Sight>;
  /** What of an accepted request the object does not have, in words; empty where nobody can name it. */
  notStored(deed: D, trace: Trace<S>): Promise<readonly string[]>;
  proof(deed: D): Proof;
  /** Whether what shows can only be this deed's doing. */
  trace(deed: D): Findings["trace"];
  /** Whether it may be sent again once Graph has put it off and a look does not show it. */
  mayRepeat(deed: D): boolean;
  /** What is made bears the mark of its deed, in a list that lags: so long until its absence is believed. */
  lagMilliseconds(deed: D): number | null;
  scopesToLook(deed: D): readonly string[];
  scopesToSend(deed: D): readonly string[];
  mayCarryOut(deed: D, myRoles: ReadonlySet<string> | null): boolean | null;
  /** Whether the words of a refusal of Graph may be kept: they must name no person. */
  readonly quotes: boolean;
  /** What its outcome is about. */
  about(deed: D): About;
}

export interface About {
  readonly guestId: string | null;
  /** Only of an intent. */
  readonly subject: Subject | null;
}
