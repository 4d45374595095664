"use client";

import { Link } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons";
import { useSettings } from "@/lib/services/settings-context";

/** A user's page in the Entra admin center; nothing where the directory is simulated or in another cloud. */
export function EntraLink({ userId }: { readonly userId: string }) {
  const { cloud, simulated } = useSettings();
  if (simulated || cloud !== "global") return null;
  return (
    <Link
      href={`https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${userId}`}
      target="_blank"
      rel="noreferrer"
    >
      Open in the Entra admin center <OpenRegular aria-hidden="true" />
    </Link>
  );
}
