"use client";

import { useMemo } from "react";
import { AccountName } from "@/components/directory/account-name";
import { Facts } from "@/components/ui/fact-list";
import { PlainList } from "@/components/ui/section";
import { type Policy, type PolicyChange, policyChanges } from "@/lib/domain/policy";
import { useAccountNames } from "@/lib/queries/accounts";
import { BECAUSE_WORD, LIMIT_WORD, limitText } from "./policy-labels";

type AccountChange = Extract<PolicyChange, { setting: "protectedAccounts" }>;

function protectionWords({ before, after }: AccountChange): string {
  if (after === null) return "No longer protected";
  return before === null
    ? `Protected now: ${BECAUSE_WORD[after]}`
    : `${BECAUSE_WORD[after]}, was ${BECAUSE_WORD[before]}`;
}

/** What a change of the settings does, each with what was there before; nothing where nothing differs. */
export function PolicyDiff(props: { readonly before: Policy; readonly after: Policy }) {
  const { before, after } = props;
  const changes = useMemo(() => policyChanges(before, after), [before, after]);
  const accounts = changes.filter((change) => change.setting === "protectedAccounts");
  const ids = useMemo(
    () => changes.flatMap((change) => (change.setting === "protectedAccounts" ? [change.id] : [])),
    [changes],
  );
  const names = useAccountNames(ids).data;
  const limits = changes.flatMap((change) =>
    change.setting === "protectedAccounts"
      ? []
      : [
          {
            name: LIMIT_WORD[change.setting],
            fact: `${limitText(change.setting, change.after)}, was ${limitText(change.setting, change.before)}`,
          },
        ],
  );
  return (
    <>
      {limits.length > 0 && <Facts facts={limits} />}
      {accounts.length > 0 && (
        <PlainList>
          {accounts.map((change) => (
            <li key={change.id}>
              <AccountName id={change.id} account={names?.get(change.id)} />
              {protectionWords(change)}
            </li>
          ))}
        </PlainList>
      )}
    </>
  );
}
