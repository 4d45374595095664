"use client";

import { Button } from "@fluentui/react-components";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorCard } from "@/components/ui/error-card";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { PolicyAnswer } from "@/lib/contract/policy";
import type { ProtectedAccount } from "@/lib/domain/policy";
import { ApiError } from "@/lib/contract/api-error";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { readPolicy } from "@/lib/services/read-policy";
import { draftOf, type PolicyDraft } from "./policy-draft";

/** Whether the server refused a change because the settings are not the ones that the person saw. */
export function isChangedMeanwhile(error: Error): boolean {
  return error instanceof ApiError && error.kind === "conflict" && isAboutReplaced(error.field);
}

function isAboutReplaced(field: string | null): boolean {
  return field?.endsWith(".replaces") === true;
}

const NUMBERS = [
  ["staleAfterDays", "Stale after"],
  ["newGuestGraceDays", "Grace for new guests"],
  ["pendingAfterDays", "Pending too long after"],
] as const;

/** What holds now beside what the person wrote, setting by setting where they differ. */
function differences(draft: PolicyDraft, { policy }: PolicyAnswer) {
  const now = draftOf(policy);
  const numbers = NUMBERS.filter(([field]) => now[field] !== draft[field]).map(([field, name]) => ({
    name,
    fact: `${now[field]} days now; you wrote ${draft[field]}`,
  }));
  const accounts = [
    ...missingFrom(draft.protectedAccounts, now.protectedAccounts).map(({ id }) => ({
      name: id,
      fact: "Protected now, but not in your changes",
    })),
    ...missingFrom(now.protectedAccounts, draft.protectedAccounts).map(({ id }) => ({
      name: id,
      fact: "Not protected now, but protected in your changes",
    })),
  ];
  return [...numbers, ...accounts];
}

/** Those of the others that this list does not have. */
function missingFrom(list: readonly ProtectedAccount[], others: readonly ProtectedAccount[]) {
  const here = new Set(list.map(({ id }) => id.toLowerCase()));
  return others.filter(({ id }) => !here.has(id.toLowerCase()));
}

/** The settings that hold by now: read once a change was refused because of them. */
export function useSettingsOfOthers({ enabled }: { readonly enabled: boolean }) {
  const { api, me } = useServices();
  // Not the query of the page: its new answer would throw away what the person wrote.
  return useQuery({
    queryKey: [...keys.policy(me), "changed-meanwhile"],
    queryFn: ({ signal }) => readPolicy(api, signal),
    gcTime: 0,
    enabled,
  });
}

/** Shown when somebody saved first, perhaps the same person in another tab: both versions, and a way to start from the current one. */
export function ChangedMeanwhile({ draft }: { readonly draft: PolicyDraft }) {
  const { me } = useServices();
  const client = useQueryClient();
  const theirs = useSettingsOfOthers({ enabled: true });
  const set = theirs.data?.set;
  const facts = theirs.data ? differences(draft, theirs.data) : [];
  return (
    <>
      <ErrorCard
        happened="The settings were changed while this page was open."
        notDone="Your changes weren't saved, because they would overwrite the newer settings."
        tryThis="Compare both below, then start again from the current settings."
        actions={
          <Button
            appearance="primary"
            onClick={() =>
              void client.invalidateQueries({ queryKey: keys.policy(me), exact: true })
            }
          >
            Start from the current settings
          </Button>
        }
      />
      {set && (
        <FactList
          title="The other change"
          facts={[
            { name: "By", fact: <PersonName name={set.by.name} fallback={set.by.id} /> },
            { name: "Reason", fact: <PersonName name={set.reason} /> },
            { name: "When", fact: <Moment at={set.at} as="full" /> },
          ]}
        />
      )}
      {facts.length > 0 && <FactList title="What differs" facts={facts} />}
    </>
  );
}
