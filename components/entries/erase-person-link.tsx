"use client";

import { AppLink } from "@/components/ui/app-link";
import { holdsAppRole } from "@/lib/domain/app-roles";
import { useServices } from "@/lib/services/services";

/** The way from a person to the page that erases them, for who may; nothing for others. */
export function ErasePersonLink({ personId }: { readonly personId: string }) {
  const { me } = useServices();
  if (!holdsAppRole(me.appRoles, "Governance.Administrator")) return null;
  return (
    <>
      {" · "}
      <AppLink href={`/settings/erase?person=${personId}`}>Erase from the history…</AppLink>
    </>
  );
}
