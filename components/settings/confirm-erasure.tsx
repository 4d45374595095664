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
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";

/** Asks once more before something goes that nobody can bring back. */
export function ConfirmErasure(props: {
  readonly open: boolean;
  /** What goes, counted. */
  readonly counts: string;
  readonly name: string;
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
              {props.counts} of <PersonName name={props.name} /> go for good.
            </Notice>
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
              {props.isPending ? "Erasing…" : "Erase for good"}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
