import { beginsWithSymbol } from "@/lib/domain/begins-with-symbol";
import {
  type Guest,
  IDENTITY_CLASSES,
  type LastSeen,
  type Redemption,
  type Sponsor,
} from "@/lib/domain/guest";
import type { Instant } from "@/lib/domain/time";
import { grown } from "./growing";
import { StringTable } from "./string-table";

const LAST_SEEN = ["at", "never", "unread", "unreadable"] as const;
const REDEMPTIONS = ["redeemed", "pending", "not-invited", "unknown"] as const;
const PENDING = REDEMPTIONS.indexOf("pending");
const NO_SPONSORS: readonly Sponsor[] = [];
const NO_NUMBERS: readonly number[] = [];

/** Guests as columns: half a million of them fit, and one question touches only the columns it is about. */
export class GuestColumns {
  /** Rows ever taken, those of guests who are gone included. */
  rows = 0;
  /** Guests present. */
  present = 0;
  readonly partners = new StringTable();
  readonly ids: string[] = [];
  readonly names: string[] = [];
  readonly mails: (string | null)[] = [];
  readonly userNames: string[] = [];
  readonly sponsors: (readonly Sponsor[])[] = [];
  /** The ids of all sponsors, and the numbers that each guest's have there. */
  readonly sponsorIds = new StringTable();
  readonly sponsorNumbers: (readonly number[])[] = [];
  readonly sponsorNames: (string | null)[] = [];
  /** Where the name stands among names: 0 before those that begin with a symbol, 1 among them, 2 where there is none. */
  nameRanks: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  gone: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  members: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  enabled: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  identities: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  sponsored: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  partner: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  /** NaN stands for "none" in every column of instants. */
  createdAt: Float64Array<ArrayBuffer> = new Float64Array(0);
  redemptionAt: Float64Array<ArrayBuffer> = new Float64Array(0);
  seenAt: Float64Array<ArrayBuffer> = new Float64Array(0);
  attemptAt: Float64Array<ArrayBuffer> = new Float64Array(0);
  redemption: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  seen: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  readonly #creationTypes = new StringTable();
  #creationType: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  readonly #rowOf = new Map<string, number>();

  /** The row that this guest has, or had before they were gone. */
  rowOf(id: string): number | undefined {
    return this.#rowOf.get(id);
  }

  find(id: string): number | undefined {
    const row = this.#rowOf.get(id);
    return row === undefined || this.gone[row] === 1 ? undefined : row;
  }

  /** Adds a guest, or replaces what is known of one. */
  put(guest: Guest): number {
    const row = this.#rowOf.get(guest.id) ?? this.#newRow(guest.id);
    if (this.gone[row] === 1) this.#setGone(row, false);
    this.names[row] = guest.displayName;
    this.nameRanks[row] = rankOfName(guest.displayName);
    this.mails[row] = guest.mail;
    this.userNames[row] = guest.userPrincipalName;
    this.sponsors[row] = guest.sponsors.length === 0 ? NO_SPONSORS : guest.sponsors;
    this.sponsored[row] = guest.sponsors.length === 0 ? 0 : 1;
    this.sponsorNumbers[row] = this.#numbersOf(guest.sponsors);
    this.members[row] = guest.userType === "member" ? 1 : 0;
    this.enabled[row] = guest.enabled ? 1 : 0;
    this.identities[row] = IDENTITY_CLASSES.indexOf(guest.identityClass);
    this.partner[row] = this.partners.numberOf(guest.partner);
    this.createdAt[row] = guest.createdAt ?? NaN;
    this.#creationType[row] = this.#creationTypes.numberOf(guest.creationType ?? "");
    this.redemption[row] = REDEMPTIONS.indexOf(guest.redemption.kind);
    this.redemptionAt[row] = redemptionInstant(guest.redemption) ?? NaN;
    this.see(row, guest.lastSeen, guest.lastAttemptAt);
    return row;
  }

  see(row: number, lastSeen: LastSeen, lastAttemptAt: Instant | null): void {
    this.seen[row] = LAST_SEEN.indexOf(lastSeen.kind);
    this.seenAt[row] = lastSeen.kind === "at" ? lastSeen.at : NaN;
    this.attemptAt[row] = lastAttemptAt ?? NaN;
  }

  drop(id: string): boolean {
    const row = this.find(id);
    if (row === undefined) return false;
    this.#setGone(row, true);
    return true;
  }

  guestAt(row: number): Guest {
    return {
      id: this.ids[row] ?? "",
      displayName: this.names[row] ?? "",
      mail: this.mails[row] ?? null,
      userPrincipalName: this.userNames[row] ?? "",
      userType: this.members[row] === 1 ? "member" : "guest",
      enabled: this.enabled[row] === 1,
      createdAt: orNull(this.createdAt[row]),
      creationType: this.#creationTypes.word(this.#creationType[row] ?? 0) || null,
      redemption: this.#redemptionAt(row),
      lastSeen: this.lastSeenAt(row),
      lastAttemptAt: orNull(this.attemptAt[row]),
      partner: this.partners.word(this.partner[row] ?? 0),
      identityClass: IDENTITY_CLASSES[this.identities[row] ?? 0] ?? "other",
      sponsors: this.sponsors[row] ?? NO_SPONSORS,
    };
  }

  lastSeenAt(row: number): LastSeen {
    const kind = LAST_SEEN[this.seen[row] ?? 0] ?? "unread";
    return kind === "at" ? { kind, at: this.seenAt[row] ?? 0 } : { kind };
  }

  #redemptionAt(row: number): Redemption {
    const at = orNull(this.redemptionAt[row]);
    const kind = REDEMPTIONS[this.redemption[row] ?? 0] ?? "unknown";
    switch (kind) {
      case "redeemed":
        return { kind, at };
      case "pending":
        return { kind, since: at };
      case "not-invited":
      case "unknown":
        return { kind };
    }
  }

  /** Since when an invitation waits, or since the account exists where that is not known; NaN when none waits. */
  waitingSince(row: number): number {
    if (this.redemption[row] !== PENDING) return NaN;
    const since = this.redemptionAt[row] ?? NaN;
    return Number.isNaN(since) ? (this.createdAt[row] ?? NaN) : since;
  }

  #numbersOf(sponsors: readonly Sponsor[]): readonly number[] {
    if (sponsors.length === 0) return NO_NUMBERS;
    return sponsors.map(({ id, displayName }) => {
      const number = this.sponsorIds.numberOf(id);
      this.sponsorNames[number] = displayName ?? this.sponsorNames[number] ?? null;
      return number;
    });
  }

  /** How many of those present are external members; goes through all rows. */
  countMembers(): number {
    let count = 0;
    for (let row = 0; row < this.rows; row += 1) {
      if (this.gone[row] === 0) count += this.members[row] ?? 0;
    }
    return count;
  }

  #setGone(row: number, gone: boolean): void {
    this.gone[row] = gone ? 1 : 0;
    this.present += gone ? -1 : 1;
  }

  #newRow(id: string): number {
    const row = this.rows;
    this.rows += 1;
    this.present += 1;
    this.ids.push(id);
    this.#rowOf.set(id, row);
    if (this.rows > this.gone.length) this.#grow();
    return row;
  }

  #grow(): void {
    for (const name of [
      "nameRanks",
      "gone",
      "members",
      "enabled",
      "identities",
      "sponsored",
      "redemption",
      "seen",
    ] as const) {
      this[name] = grown(this[name], this.rows);
    }
    for (const name of ["createdAt", "redemptionAt", "seenAt", "attemptAt"] as const) {
      this[name] = grown(this[name], this.rows);
    }
    this.partner = grown(this.partner, this.rows);
    this.#creationType = grown(this.#creationType, this.rows);
  }
}

function rankOfName(name: string): number {
  if (name === "") return 2;
  return beginsWithSymbol(name) ? 1 : 0;
}

function redemptionInstant(redemption: Redemption): Instant | null {
  switch (redemption.kind) {
    case "redeemed":
      return redemption.at;
    case "pending":
      return redemption.since;
    case "not-invited":
    case "unknown":
      return null;
  }
}

function orNull(instant: number | undefined): Instant | null {
  return instant === undefined || Number.isNaN(instant) ? null : instant;
}
