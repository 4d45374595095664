"use client";

import { Link } from "@fluentui/react-components";

/** Where Entra lists what was consented to for this app. */
export function PermissionsLink(props: { readonly clientId: string }) {
  return (
    <Link
      inline
      href={`https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/${props.clientId}`}
      target="_blank"
      rel="noreferrer"
    >
      Permissions of this app in the Entra admin center
    </Link>
  );
}
