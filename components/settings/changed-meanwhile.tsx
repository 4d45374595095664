"use client";

import { Button } from "@fluentui/react-components";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorCard } from "@/components/ui/error-card";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { PolicyAnswer } from "@/lib/contract/policy";
import { type PolicyChange, policyChanges } from "@/lib/domain/policy";
import { BECAUSE_WORD, LIMIT_WORD, limitText } from "@/components/entries/policy-labels";
import { ApiError } from "@/lib/contract/api-error";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { readPolicy } from "@/lib/services/read-policy";
import { NO_NUMBER, type PolicyDraft } from "./policy-draft";

/** Whether the server refused a change because the settings are not the ones that the person saw. */
export function isChangedMeanwhile(error: Error): boolean {
  return error instanceof ApiError && error.kind === "conflict" && isAboutReplaced(error.field);
}

function isAboutReplaced(field: string | null): boolean {
  return field?.endsWith(".replaces") === true;
}

/** What holds now beside what the person wrote, setting by setting where they differ. */
function differences(draft: PolicyDraft, { policy }: PolicyAnswer) {
  return policyChanges(policy, draft).map((change) => {
    if (change.setting !== "protectedAccounts") {
      const { setting, before, after } = change;
      return {
        name: LIMIT_WORD[setting],
        fact: `${limitText(setting, before)} now; you wrote ${after === NO_NUMBER ? "no number" : after}`,
      };
    }
    return { name: change.id, fact: protectionWords(change) };
  });
}

type AccountChange = Extract<PolicyChange, { setting: "protectedAccounts" }>;

function protectionWords({ before, after }: AccountChange): string {
  if (after === null) return "Protected now, but not in your changes";
  return before === null
    ? "Not protected now, but protected in your changes"
    : `${BECAUSE_WORD[before]} now; you chose ${BECAUSE_WORD[after]}`;
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
export function ChangedMeanwhile(props: {
  readonly draft: PolicyDraft;
  /** What was written is given up. */
  readonly onStartAgain: () => void;
}) {
  const { draft, onStartAgain } = props;
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
            onClick={() => {
              onStartAgain();
              void client.invalidateQueries({ queryKey: keys.policy(me), exact: true });
            }}
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
