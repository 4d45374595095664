"use client";

import { AppLink } from "@/components/ui/app-link";
import { FactList } from "@/components/ui/fact-list";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { ErasePersonLink } from "@/components/entries/erase-person-link";

const ERASED = "Not available: the entry itself has the object id only";

/** Who the guest of an entry is, as far as that was not erased. */
export function GuestFacts({ guest }: { readonly guest: HistoryRow["actor"] }) {
  const { id, displayName, mail } = guest;
  return (
    <FactList
      title="Guest"
      facts={[
        { name: "Name", fact: <PersonName name={displayName} fallback={ERASED} /> },
        {
          name: "Mail",
          fact: <PersonName name={mail} fallback={displayName === null ? ERASED : "None"} />,
        },
        { name: "Object ID", fact: <code>{id}</code> },
        {
          name: "Now",
          fact: (
            <>
              <AppLink href={`/guests?guest=${id}`}>Open guest</AppLink>
              {(displayName ?? mail) !== null && <ErasePersonLink personId={id} />}
            </>
          ),
        },
      ]}
    />
  );
}
