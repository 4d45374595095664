"use client";

import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TitledCard } from "@/components/ui/titled-card";
import { holdsAppRole } from "@/lib/domain/app-roles";
import { useServices } from "@/lib/services/services";
import { ErasePersonForm } from "./erase-person-form";

/** Takes a person's names, mail addresses and texts out of the history, and says how many went. */
export function ErasePersonPage({ personId }: { readonly personId: string }) {
  const { me } = useServices();
  const mayErase = holdsAppRole(me.appRoles, "Governance.Administrator");
  return (
    <>
      <PageHeader
        title="Erase a person"
        actions={<AppLink href="/settings">Back to settings</AppLink>}
      >
        Remove a person&apos;s name from the history when they ask to be forgotten. The entries
        stay.
      </PageHeader>
      {mayErase ? (
        <ErasePersonForm linked={personId} />
      ) : (
        <Notice intent="info" title="You cannot erase a person">
          Only a person with the app role Administrator (<code>Governance.Administrator</code>) may.
        </Notice>
      )}
      <TitledCard title="What is removed and what stays">
        <ul>
          <li>
            Names and mail addresses of the person go, and the justifications copied from Microsoft
            Entra that they wrote or that were written about them.
          </li>
          <li>
            Entries stay, with the object ID in place of the name. The history verifies as before,
            and has an entry about the erasure.
          </li>
          <li>
            Reasons stay, and so do the justifications of answers that were given in Guestlist: they
            are part of the entries. So do justifications that versions before this one copied from
            Microsoft Entra.
          </li>
          <li>
            The account in Microsoft Entra is not touched. Backups and exports of earlier days still
            have the names.
          </li>
          <li>
            A person who goes on working with Guestlist is named again by their next entry, and a
            guest by the next operation on them.
          </li>
        </ul>
      </TitledCard>
    </>
  );
}
