import type { NotAppliedReason } from "./result";

/** Why a guest who was denied still has the access. */
export const NOT_APPLIED_WORD: Readonly<Record<NotAppliedReason, string>> = {
  "dynamic-group": "A rule fills this dynamic group: change the rule or the guest's attributes",
  "synced-group": "The group is synced from on-premises: remove the guest there",
  "mail-enabled-group": "Microsoft Graph cannot change members of a mail-enabled group",
  "nested-group": "The guest is a member through a nested group",
  "through-group": "The guest has the application through a group",
  "not-auto-applied": "The review doesn't apply automatically, and nobody applied it",
  applying: "Being applied: blocked now, deleted after 30 days",
  "account-there": "The account should be blocked and deleted, but it still exists",
  "added-again": "The guest was added again afterwards",
  failed: "Microsoft Entra could not apply it",
  "not-known": "Microsoft Entra does not say why",
};
