import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Tenant } from "../state/tenant.ts";
import { accountById } from "./account.ts";
import type { Keys } from "./keys.ts";

export interface SignedIn {
  userId: string;
  /** The `sid` claim. */
  sessionId: string;
  /** Milliseconds on the tenant's clock. */
  signedInAt: number;
}

const cookieName = "guestlist-simulator-session";

/** The accounts signed in to this tenant in this browser, without those blocked or revoked since. */
export async function readSession(c: Context, tenant: Tenant, keys: Keys): Promise<SignedIn[]> {
  const claims = await keys.read(getCookie(c, cookieName) ?? "", "session");
  if (claims?.tid !== tenant.id || !Array.isArray(claims.accounts)) return [];
  return (claims.accounts as SignedIn[]).filter((signedIn) => isStillGood(tenant, signedIn));
}

/** Keeps these accounts signed in. The cookie's path is this tenant's, since cookies ignore the port. */
export async function writeSession(
  c: Context,
  tenant: Tenant,
  keys: Keys,
  accounts: readonly SignedIn[],
): Promise<void> {
  const value = await keys.sign({ tid: tenant.id, accounts }, "session");
  setCookie(c, cookieName, value, { path: `/${tenant.id}`, httpOnly: true, sameSite: "Lax" });
}

/** The same accounts with this one signed in anew. */
export function withAccount(accounts: readonly SignedIn[], userId: string, at: number): SignedIn[] {
  const others = accounts.filter((account) => account.userId !== userId);
  return [...others, { userId, sessionId: randomUUID(), signedInAt: at }];
}

/** Whether a session begun at that instant may still be used by this person. */
export function isStillGood(tenant: Tenant, signedIn: SignedIn): boolean {
  const user = accountById(tenant, signedIn.userId)?.user;
  return user?.accountEnabled === true && !isRevoked(user.sessionsValidFrom, signedIn.signedInAt);
}

export function isRevoked(sessionsValidFrom: string | null, begunAt: number): boolean {
  return sessionsValidFrom !== null && begunAt < Date.parse(sessionsValidFrom);
}
