import type { Directory } from "../directory.ts";
import type { User } from "../entities.ts";
import type { SignInRecord } from "../logs.ts";
import { daysAgo, instant } from "./graph-instants.ts";
import type { Partner } from "./partners.ts";
import type { Random } from "./random.ts";

/** The log is a sample: a real one of a large tenant would hold millions of rows. */
export const mostRows = 20_000;

/** The tenant that every Microsoft account lives in. */
const consumers = "9188040d-6c67-4c5b-b112-36a304b66dad";

const failures: readonly (readonly [code: number, reason: string])[] = [
  [50126, "Invalid username or password or Invalid on-premise username or password."],
  [50074, "Strong Authentication is required."],
  [53003, "Access has been blocked by Conditional Access policies."],
  [
    50053,
    "Account is locked because user tried to sign in too many times with an incorrect user ID or password.",
  ],
  [65001, "The user or administrator has not consented to use the application."],
];

/** Fills the sign-in log of the last 30 days so that it agrees with what the sampled people's objects say; oldest first. */
export function writeSignInHistory(
  random: Random,
  directory: Directory,
  { tenantId, partners, now }: { tenantId: string; partners: readonly Partner[]; now: number },
): void {
  const since = daysAgo(now, 30);
  const recent = [...directory.users.values()].filter(
    ({ signIns }) => at(signIns?.lastAttemptAt) >= since,
  );
  const homes = homeTenants(partners);
  const apps = [...directory.servicePrincipals.values()];
  const share = Math.min(1, mostRows / 2 / Math.max(1, recent.length));
  const rows: SignInRecord[] = [];
  for (const user of recent) {
    if (!random.chance(share)) continue;
    const home = user.mail === null ? undefined : homes.get(user.mail.split("@")[1] ?? "");
    for (const [when, failure] of attempts(random, user, since)) {
      const app = random.pick(apps);
      rows.push({
        id: random.guid(),
        createdDateTime: when,
        userId: user.id,
        userDisplayName: user.displayName,
        userPrincipalName:
          user.externalUserState === null ? user.userPrincipalName : (user.mail ?? ""),
        appId: app.appId,
        appDisplayName: app.displayName,
        ipAddress: `203.0.113.${1 + random.below(254)}`,
        clientAppUsed: random.chance(0.85) ? "Browser" : "Mobile Apps and Desktop clients",
        isInteractive: true,
        errorCode: failure?.[0] ?? 0,
        failureReason: failure?.[1] ?? null,
        homeTenantId: user.externalUserState === null ? tenantId : (home ?? null),
        resourceTenantId: tenantId,
      });
    }
  }
  rows.sort((a, b) => (a.createdDateTime < b.createdDateTime ? -1 : 1));
  for (const row of rows.slice(-mostRows)) directory.signInLog.push(row);
}

/** The last attempt, the last success if that was another, and at times one more success before. */
function* attempts(
  random: Random,
  { signIns }: User,
  since: number,
): Generator<[string, (typeof failures)[number] | null]> {
  const [attempt, success] = [signIns?.lastAttemptAt, signIns?.lastSuccessAt];
  if (attempt !== undefined) yield [attempt, attempt === success ? null : random.pick(failures)];
  if (success === undefined || at(success) < since) return;
  if (success !== attempt) yield [success, null];
  if (random.chance(0.5)) yield [instant(random.between(since, at(success))), null];
}

function at(instantText: string | undefined): number {
  return instantText === undefined ? -Infinity : Date.parse(instantText);
}

function homeTenants(partners: readonly Partner[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { domains, issuer, tenantId } of partners) {
    const home = issuer === "microsoft-account" ? consumers : tenantId;
    if (home !== null) for (const domain of domains) homes.set(domain, home);
  }
  return homes;
}
