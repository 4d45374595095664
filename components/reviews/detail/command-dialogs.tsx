"use client";

import { useState } from "react";
import type { InstanceKind, SeriesKind } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import type { NameOf } from "@/lib/domain/reviews/scope-labels";
import { ChangeDialog } from "./change-dialog";
import { InstanceDialog } from "./instance-dialog";
import { commandDraftStorage } from "@/lib/services/tab-drafts";
import { SeriesDialog } from "./series-dialog";

interface CommandDialogsProps {
  readonly open: boolean;
  readonly command: SeriesKind | InstanceKind;
  readonly review: Review;
  readonly instances: readonly ReviewInstance[];
  /** The one that the page shows. */
  readonly instance: ReviewInstance | null;
  readonly nameOf: NameOf;
  readonly onClose: () => void;
  /** The review no longer exists. */
  readonly onDeleted: () => void;
}

/** The dialog of the command that was given; what had been written before consent was given is still there. */
export function CommandDialogs(props: CommandDialogsProps) {
  const { command, review, instance, onDeleted, ...rest } = props;
  const { me } = useServices();
  const onClose = () => {
    commandDraftStorage.clear(me);
    props.onClose();
  };
  const [stored] = useState(() => {
    const draft = commandDraftStorage.load(me);
    return draft?.reviewId === review.id ? draft : null;
  });
  const reason = stored?.reason ?? "";
  switch (command) {
    case "change-review":
      return <ChangeDialog {...rest} review={review} stored={stored} onClose={onClose} />;
    case "stop-review":
    case "delete-review":
      return (
        <SeriesDialog
          {...rest}
          kind={command}
          review={review}
          reason={reason}
          onClose={(done) => {
            if (!done || command !== "delete-review") onClose();
            else {
              // router.push drops ?do=; clearing it first would cancel the navigation.
              commandDraftStorage.clear(me);
              onDeleted();
            }
          }}
        />
      );
    case "remind-reviewers":
    case "accept-recommendations":
    case "reset-instance":
    case "stop-instance":
    case "apply-instance":
      return instance === null ? null : (
        <InstanceDialog
          {...rest}
          kind={command}
          review={review}
          instance={instance}
          reason={reason}
          onClose={onClose}
        />
      );
  }
}
