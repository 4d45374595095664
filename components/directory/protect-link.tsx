"use client";

import { AppLink } from "@/components/ui/app-link";
import { holdsAppRole } from "@/lib/domain/app-roles";
import { sameId } from "@/lib/domain/same-id";
import { usePolicy } from "@/lib/queries/policy";
import { useServices } from "@/lib/services/services";

/** Says that an account is protected; else the way to protect it, for who may. */
export function ProtectLink({ accountId }: { readonly accountId: string }) {
  const { me } = useServices();
  const accounts = usePolicy().data?.policy.protectedAccounts;
  if (accounts === undefined) return null;
  if (accounts.some(({ id }) => sameId(id, accountId))) {
    return (
      <span>
        Protected account: Guestlist never changes it. <AppLink href="/settings">Settings</AppLink>
      </span>
    );
  }
  if (!holdsAppRole(me.appRoles, "Governance.Administrator")) return null;
  return <AppLink href={`/settings?protect=${accountId}`}>Protect this account…</AppLink>;
}
