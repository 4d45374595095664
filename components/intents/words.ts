import type { IntentKind } from "@/lib/domain/intent";

interface IntentWords {
  /** On a button. */
  readonly verb: string;
  /** In a list of what was intended. */
  readonly name: string;
  /** Once it is done. */
  readonly done: string;
  /** What it changes, before it is sent. */
  readonly changes: string;
  /** What did not happen, when it was refused or failed. */
  readonly notDone: string;
}

/** What each kind of intent is called: the only place of these words. */
export const INTENT_WORDS: Readonly<Record<IntentKind, IntentWords>> = {
  "create-review": {
    verb: "Create review",
    name: "Create access review",
    done: "Review created",
    changes:
      "Microsoft Entra makes the access review and begins it on its first day. Nobody loses access before an instance has ended.",
    notDone: "The review was not created.",
  },
  "change-review": {
    verb: "Change review",
    name: "Change access review",
    done: "Review changed",
    changes: "Later instances follow the change. An instance that has begun goes on as it began.",
    notDone: "The review stays as it was.",
  },
  "delete-review": {
    verb: "Delete review",
    name: "Delete access review",
    done: "Review deleted",
    changes:
      "The review, its instances and all decisions in it are deleted in Microsoft Entra, and no later instance begins. What was copied into the history stays. It cannot be undone.",
    notDone: "The review was not deleted.",
  },
  "stop-review": {
    verb: "Stop review",
    name: "Stop access review",
    done: "Review stopped",
    changes:
      "What runs ends now, with the consequence for whatever is undecided, and no later instance begins. A stopped review never starts again.",
    notDone: "The review was not stopped.",
  },
  "stop-instance": {
    verb: "End now",
    name: "End instance early",
    done: "Instance ended",
    changes:
      "This instance ends now: whatever is undecided gets the default decision, and denied access is removed where that happens by itself. Later instances are held as planned. It cannot be undone.",
    notDone: "The instance was not ended.",
  },
  "apply-instance": {
    verb: "Apply decisions",
    name: "Apply decisions",
    done: "Decisions applied",
    changes:
      "Microsoft Entra takes the access away from everybody who was denied in this instance. It cannot be undone as a whole.",
    notDone: "The decisions were not applied.",
  },
  "reset-instance": {
    verb: "Reset decisions",
    name: "Reset decisions",
    done: "Decisions reset",
    changes:
      "Every decision of this running instance is taken back, and its reviewers begin anew. What they had decided is lost.",
    notDone: "The decisions were not reset.",
  },
  "remind-reviewers": {
    verb: "Remind reviewers",
    name: "Remind reviewers",
    done: "Reminder sent",
    changes: "Microsoft mails every reviewer who has not answered. A mail cannot be taken back.",
    notDone: "No reminder was sent.",
  },
  "accept-recommendations": {
    verb: "Accept recommendations",
    name: "Accept recommendations",
    done: "Recommendations accepted",
    changes:
      "Your undecided items are decided as Microsoft Entra recommends. Until the instance ends you can decide them anew.",
    notDone: "The recommendations were not accepted.",
  },
  "answer-item": {
    verb: "Answer",
    name: "Answer as a reviewer",
    done: "Answered",
    changes:
      "Your answer is recorded in the review. Until the instance ends you can answer anew; then it is applied as the review says.",
    notDone: "The answer was not recorded in the review.",
  },
  "create-group": {
    verb: "Create group",
    name: "Create group",
    done: "Group created",
    changes: "A security group without members is made. It gives no access by itself.",
    notDone: "The group was not created.",
  },
  "add-member": {
    verb: "Add to group",
    name: "Add guest to group",
    done: "Added to the group",
    changes: "The guest becomes a member of the group, with all that the group opens.",
    notDone: "The guest was not added to the group.",
  },
  "remove-member": {
    verb: "Remove from group",
    name: "Remove guest from group",
    done: "Removed from the group",
    changes:
      "The guest leaves the group and loses what it opens. The account and everything else stay, and the guest can be added again.",
    notDone: "The guest was not removed from the group.",
  },
};
