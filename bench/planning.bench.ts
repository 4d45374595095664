// A plan for many guests at once, beside one copy of the selection: what handing it to another thread would cost.
// Run: npx tsx --tsconfig tsconfig.json bench/planning.bench.ts [guests]
import { randomUUID } from "node:crypto";
import type { Guest } from "@/lib/domain/guest";
import { makePlan, type PlanInput } from "@/lib/domain/make-plan";
import type { Candidate } from "@/lib/domain/plan";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { DAY } from "@/lib/domain/time";

const TODAY = Date.parse("2026-11-20T12:00:00Z");
const count = Number(process.argv[2] ?? 20_000);
const ROUNDS = 7;
const HOLDS_A_ROLE_EVERY = 400;
const PROTECTED_EVERY = 1_000;

function someCandidate(at: number): Candidate {
  const guest: Guest = {
    id: randomUUID(),
    displayName: `Guest ${at}`,
    mail: `guest.${at}@partner.example`,
    userPrincipalName: `guest.${at}_partner.example#EXT#@harborline.example`,
    userType: "guest",
    enabled: true,
    createdAt: TODAY - 400 * DAY,
    creationType: "Invitation",
    redemption: { kind: "redeemed", at: null },
    lastSeen: { kind: "at", at: TODAY - 200 * DAY },
    lastAttemptAt: null,
    partner: "partner.example",
    identityClass: "entra",
    sponsors: [],
  };
  return { guest, standing: { kind: "stale" }, explanation: "Last signed in 200 days ago." };
}

function median(run: () => unknown): number {
  const took = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return took[Math.floor(ROUNDS / 2)] ?? 0;
}

const candidates = Array.from({ length: count }, (_, at) => someCandidate(at));
const everyNth = (nth: number) =>
  candidates.filter((_, at) => at % nth === 0).map(({ guest }) => guest.id);
const roleHolders = everyNth(HOLDS_A_ROLE_EVERY);
const protectedIds = everyNth(PROTECTED_EVERY);
const input: PlanInput = {
  kind: "block",
  candidates,
  reason: "The contract has ended",
  policy: {
    ...DEFAULT_POLICY,
    protectedAccounts: protectedIds.map((id) => ({ id, because: "excluded" })),
  },
  myId: randomUUID(),
  tenantId: randomUUID(),
  roleHolders: new Map(roleHolders.map((id) => [id, "active"])),
  fullyRead: true,
  mintId: randomUUID,
};

const { operations, skipped } = makePlan(input);
const leftAlone = new Set([...roleHolders, ...protectedIds]);
const planned = new Set(operations.map(({ guest }) => guest?.id));
if (
  skipped.length !== leftAlone.size ||
  skipped.some(({ guest }) => !leftAlone.has(guest.id)) ||
  planned.size !== count - leftAlone.size
) {
  throw new Error("The plan is wrong, so its time says nothing.");
}

const planning = median(() => makePlan(input));
const copying = median(() => structuredClone(candidates));
console.log(
  `plan for ${count} guests: ${planning.toFixed(0)} ms, one copy of them ${copying.toFixed(0)} ms (${(planning / copying).toFixed(1)} times a copy)`,
);
