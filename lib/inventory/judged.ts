import { explainStanding } from "@/lib/domain/explain-standing";
import type { Policy } from "@/lib/domain/policy";
import { judgeStanding, STANDING_KINDS } from "@/lib/domain/standing";
import type { Instant } from "@/lib/domain/time";
import type { GuestColumns } from "./columns";
import { grown } from "./growing";
import type { GuestRow } from "./inventory";

/** Everybody's standing under one policy on one day; who was not judged yet is judged by `judge`. */
export class Judged {
  kinds: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** 1 where the invitation waits longer than the policy allows. */
  overdue: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  constructor(
    private readonly columns: GuestColumns,
    readonly policy: Policy,
    readonly today: Instant,
  ) {}

  judge(row: number): void {
    this.kinds = grown(this.kinds, this.columns.rows);
    this.overdue = grown(this.overdue, this.columns.rows);
    const standing = judgeStanding(this.columns.guestAt(row), this.policy, this.today);
    this.kinds[row] = STANDING_KINDS.indexOf(standing.kind);
    this.overdue[row] = standing.kind === "pending" && standing.overdue ? 1 : 0;
  }

  judgeAll(): void {
    for (let row = 0; row < this.columns.rows; row += 1) this.judge(row);
  }

  rowAt(row: number): GuestRow {
    const guest = this.columns.guestAt(row);
    const standing = judgeStanding(guest, this.policy, this.today);
    return { guest, standing, explanation: explainStanding(standing, guest, this.policy) };
  }
}
