import type { Session } from "./session-state";

/** The accounts that are signed in, by their `homeAccountId`. */
export function idsOf(session: Session): string[] {
  if (session.state !== "signed-in") return [];
  return session.accounts.map(({ homeAccountId }) => homeAccountId);
}

/** Whether the tab is used by another account than before, by none, or an account was signed out. */
export function hasLeft(before: Session, now: Session): boolean {
  if (before.state !== "signed-in") return false;
  const staying = idsOf(now);
  const isSame =
    now.state === "signed-in" && now.account.homeAccountId === before.account.homeAccountId;
  return !isSame || idsOf(before).some((id) => !staying.includes(id));
}
