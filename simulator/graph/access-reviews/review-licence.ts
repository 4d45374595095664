import type { ReviewScope } from "../../state/access-reviews/plan.ts";
import type { Call } from "../endpoint.ts";
import { GraphRefusal } from "../errors.ts";

// Which errors the service gives is not documented: status, codes and words are our guess.
// https://learn.microsoft.com/entra/id-governance/licensing-fundamentals

/** 403: access reviews need Entra ID P2 or more. */
export function refuseUnlicensed({ tenant }: Call): void {
  if (tenant.licence === "P2" || tenant.licence === "governance") return;
  throw new GraphRefusal(
    403,
    "AadPremiumLicenseRequired",
    "The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.",
  );
}

/** 403: reviews of inactive users are billed for each guest and need the governance licence with a linked subscription. */
export function refuseUnmetered({ tenant }: Call, { inactiveDays }: ReviewScope): void {
  if (inactiveDays === null || tenant.licence === "governance") return;
  throw new GraphRefusal(
    403,
    "GovernanceLicenseRequired",
    "Access reviews of inactive users need the Microsoft Entra ID Governance license, " +
      "and for guests an Azure subscription linked to the tenant.",
  );
}
