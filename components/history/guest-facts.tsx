"use client";

import { AppLink } from "@/components/ui/app-link";
import { FactList } from "@/components/ui/fact-list";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { ErasePersonLink } from "@/components/entries/erase-person-link";

const ERASED = "Erased: the chain keeps only the object id";

/** Who the guest of an entry is, as far as that was not erased. */
export function GuestFacts({ guest }: { readonly guest: HistoryRow["actor"] }) {
  const { id, displayName, mail } = guest;
  return (
    <FactList
      title="Guest"
      facts={[
        { name: "Name", fact: <PersonName name={displayName} fallback={ERASED} /> },
        { name: "Mail", fact: <PersonName name={mail} fallback="None" /> },
        { name: "Object id", fact: <code>{id}</code> },
        {
          name: "Now",
          fact: (
            <>
              <AppLink href={`/guests?guest=${id}`}>Open guest</AppLink>
              <ErasePersonLink personId={id} />
            </>
          ),
        },
      ]}
    />
  );
}
