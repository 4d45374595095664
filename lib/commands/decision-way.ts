import type { Outcome } from "@/lib/domain/outcome";
import type { DirectoryState } from "@/lib/graph/acts/read-state";
import {
  readState,
  readStateBeforeActing,
  SCOPES_TO_READ_STATE,
} from "@/lib/graph/acts/read-state";
import { act, type ActingDecision, scopesOfAct } from "./act";
import { isApplied, whyNot } from "./check-state";
import type { Doors } from "./doors";
import { notAttempted } from "./not-attempted";
import { revoke } from "./revoke";
import type { Ride } from "./ride";
import { mayCarryOut } from "./roles-for";
import type { About, Acted, Looked, Proof, Sight, Way } from "./way";

/** The address that an invitation is mailed to. */
type Seen = string | null;

/** How decisions about guests' accounts are carried out. */
export class DecisionWay implements Way<ActingDecision, Seen> {
  readonly quotes = false;

  constructor(private readonly doors: Doors) {}

  /** A block also ends the sessions. */
  writes({ kind }: ActingDecision): number {
    return kind === "block" ? 2 : 1;
  }

  async look(decision: ActingDecision, ride: Ride): Promise<Looked<Seen>> {
    const policy = await ride.policy();
    if (policy === null) return { outcome: notAttempted("the policy could not be read") };
    const { graph, me } = this.doors;
    const state = await readStateBeforeActing(graph, decision.guestId, ride.halt.signal);
    const outcome: Outcome | null = whyNot(decision, state, policy, me.userId);
    return outcome === null ? { outcome, seen: mailOf(state) } : { outcome };
  }

  send(decision: ActingDecision, mail: Seen): Promise<Acted> {
    return act(decision, mail, this.doors);
  }

  async follow(decision: ActingDecision, acted: Acted, ride: Ride): Promise<string | null> {
    return decision.kind === "block" ? await revoke(decision, this.doors, ride) : acted.detail;
  }

  async sight({ kind, guestId }: ActingDecision): Promise<Sight> {
    return isApplied(kind, await readState(this.doors.graph, guestId)) ? "shown" : "not-shown";
  }

  notStored(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  /** A mail that went out leaves no trace on the account. */
  proof({ kind }: ActingDecision): Proof {
    return kind === "resend" ? "none" : "each";
  }

  /** Anybody may have blocked or deleted the same account. */
  trace(): "none" {
    return "none";
  }

  mayRepeat({ kind }: ActingDecision): boolean {
    return kind !== "resend";
  }

  lagMilliseconds(): null {
    return null;
  }

  scopesToLook(): readonly string[] {
    return SCOPES_TO_READ_STATE;
  }

  scopesToSend({ kind }: ActingDecision): readonly string[] {
    return scopesOfAct(kind);
  }

  mayCarryOut({ kind }: ActingDecision, myRoles: ReadonlySet<string> | null): boolean | null {
    return mayCarryOut(kind, myRoles);
  }

  about({ guestId }: ActingDecision): About {
    return { guestId, subject: null };
  }
}

function mailOf(state: DirectoryState): string | null {
  return state.kind === "guest" ? state.mail : null;
}
