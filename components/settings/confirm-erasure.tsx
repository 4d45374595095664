"use client";

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { FactList } from "@/components/ui/fact-list";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";

/** Confirms an erasure, which cannot be undone. */
export function ConfirmErasure(props: {
  readonly open: boolean;
  /** What goes, counted. */
  readonly counts: string;
  /** Null where none is known. */
  readonly name: string | null;
  readonly personId: string;
  readonly reason: string;
  readonly isPending: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={(_, { open }) => {
        if (!open && !props.isPending) props.onCancel();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Erase a person</DialogTitle>
          <DialogContent>
            <Notice intent="warning" title="This cannot be undone">
              {props.counts} of <PersonName name={props.name} fallback="this person" /> will be
              erased for good.
            </Notice>
            <FactList
              title="Person and reason"
              facts={[
                { name: "Object ID", fact: <code>{props.personId}</code> },
                { name: "Reason", fact: <PersonName name={props.reason} /> },
              ]}
            />
          </DialogContent>
          <DialogActions>
            <Button disabledFocusable={props.isPending} onClick={props.onCancel}>
              Cancel
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={props.isPending}
              onClick={props.onConfirm}
            >
              {props.isPending ? "Erasing…" : "Erase permanently"}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
