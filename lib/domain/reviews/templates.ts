import type { ReviewDraft } from "./draft";
import type { IsoDate } from "../time";
import { silenceForReviewers } from "./message-to-reviewers";

export const TEMPLATE_IDS = [
  "quarterly-deny",
  "cis-monthly",
  "partner-offboarding",
  "inactive-guests",
  "empty",
] as const;

export interface ReviewTemplate {
  readonly id: (typeof TEMPLATE_IDS)[number];
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly says: string;
  /** The draft that it begins with. */
  readonly draft: (today: IsoDate) => ReviewDraft;
}

type Consequence = ReviewDraft["consequence"];

/** What follows where silence is a Deny that applies itself. */
export const DENY_AND_APPLY: Consequence = {
  ifNobodyAnswers: "Deny",
  autoApply: true,
  applyAction: "remove-access",
  justificationOnApproval: true,
  mails: true,
  reminders: true,
  recommendations: true,
  lookBackDays: null,
};

/** The same where a denied guest loses the account too. */
export const BLOCK_AND_DELETE: Consequence = {
  ...DENY_AND_APPLY,
  applyAction: "block-then-delete",
};

const STILL_NEEDED = "Do these guests still need to be in your group?";

/** Owners decide; who stands in for groups without an owner is for the person who creates the review to say. */
function byOwners(durationDays: number): ReviewDraft["stages"] {
  return [{ reviewers: { kind: "owners" }, fallbackIds: [], durationDays }];
}

const EVERY_GROUP = { kind: "all-groups", teamsOnly: false } as const;
const NEVER_ENDS = { kind: "never" } as const;

/**
 * The tenant's quarter: 14 days, applied automatically, Deny if nobody answers. The advice that it follows names a scope
 * that Graph does not document (all guests of the directory), no reviewers and no range; here they are the guests of
 * every Microsoft 365 group, the groups' owners, and no end.
 */
function quarterlyDeny(today: IsoDate): ReviewDraft {
  return {
    name: "Quarterly guest access review",
    descriptionForAdmins: "Every guest of every Microsoft 365 group, each quarter.",
    descriptionForReviewers: `${STILL_NEEDED} ${silenceForReviewers(DENY_AND_APPLY)}`,
    scope: EVERY_GROUP,
    stages: byOwners(14),
    schedule: { frequency: "quarterly", startDate: today, end: NEVER_ENDS },
    consequence: DENY_AND_APPLY,
  };
}

/** CIS Microsoft 365 Foundations Benchmark, 5.3.2. */
function cisMonthly(today: IsoDate): ReviewDraft {
  return {
    name: "Monthly guest access review",
    descriptionForAdmins:
      "Every guest of every Microsoft 365 group, each month, as CIS 5.3.2 asks.",
    descriptionForReviewers: `${STILL_NEEDED} ${silenceForReviewers(DENY_AND_APPLY)}`,
    scope: EVERY_GROUP,
    stages: byOwners(3),
    schedule: { frequency: "monthly", startDate: today, end: NEVER_ENDS },
    consequence: DENY_AND_APPLY,
  };
}

function partnerOffboarding(today: IsoDate): ReviewDraft {
  return {
    name: "Partner offboarding",
    descriptionForAdmins: "The guests of a partner whose work has ended.",
    descriptionForReviewers: `The work with this partner has ended. ${silenceForReviewers(BLOCK_AND_DELETE)}`,
    scope: { kind: "groups", groupIds: [], inactiveDays: null },
    stages: [{ reviewers: { kind: "people", userIds: [] }, fallbackIds: [], durationDays: 5 }],
    schedule: { frequency: "once", startDate: today, end: NEVER_ENDS },
    consequence: BLOCK_AND_DELETE,
  };
}

function inactiveGuests(today: IsoDate): ReviewDraft {
  return {
    name: "Inactive guests",
    descriptionForAdmins: "Guests of any group who have not signed in for 90 days, each quarter.",
    descriptionForReviewers: `These guests have not signed in for 90 days. ${silenceForReviewers(DENY_AND_APPLY)}`,
    scope: { kind: "inactive-over-groups", inactiveDays: 90 },
    stages: byOwners(14),
    schedule: { frequency: "quarterly", startDate: today, end: NEVER_ENDS },
    consequence: DENY_AND_APPLY,
  };
}

const NOTHING_HAPPENS: Consequence = {
  ifNobodyAnswers: null,
  autoApply: false,
  applyAction: "remove-access",
  justificationOnApproval: false,
  mails: false,
  reminders: false,
  recommendations: false,
  lookBackDays: null,
};

/** Nothing is chosen, and nothing happens until somebody chooses it. */
function empty(today: IsoDate): ReviewDraft {
  return {
    name: "",
    descriptionForAdmins: "",
    descriptionForReviewers: silenceForReviewers(NOTHING_HAPPENS),
    scope: { kind: "groups", groupIds: [], inactiveDays: null },
    stages: [{ reviewers: { kind: "people", userIds: [] }, fallbackIds: [], durationDays: 14 }],
    schedule: { frequency: "once", startDate: today, end: NEVER_ENDS },
    consequence: NOTHING_HAPPENS,
  };
}

/** What most reviews begin with; each is a draft that may be changed before anything is created. */
export const REVIEW_TEMPLATES: readonly ReviewTemplate[] = [
  {
    id: "quarterly-deny",
    name: "Quarterly guest review, Deny if nobody answers",
    says: "Owners have 14 days to confirm the guests of their Microsoft 365 groups; the others lose access automatically.",
    draft: quarterlyDeny,
  },
  {
    id: "cis-monthly",
    name: "Monthly, as CIS asks",
    says: "Every setting that CIS 5.3.2 names: guests only, monthly, three days, mails and reminders, justification, Deny, never ends.",
    draft: cisMonthly,
  },
  {
    id: "partner-offboarding",
    name: "Partner offboarding",
    says: "Once, for the groups you choose: guests who are not approved are blocked when it ends and deleted after 30 days.",
    draft: partnerOffboarding,
  },
  {
    id: "inactive-guests",
    name: "Inactive guests",
    says: "Guests of any group who have not signed in for 90 days. Microsoft bills this kind of review for each guest.",
    draft: inactiveGuests,
  },
  {
    id: "empty",
    name: "Empty review",
    says: "Nothing is chosen: no groups, no reviewers, no default decision, no mails. You choose everything.",
    draft: empty,
  },
];
