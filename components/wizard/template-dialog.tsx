"use client";

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { DialogColumn } from "@/components/ui/dialog-column";

/** A template as it is to be saved; null in the place of its draft deletes it. */
export interface TemplateChange<Draft> {
  /** Minted when the dialog is opened, so that sending it twice saves it once. */
  readonly id: string;
  readonly templateId: string;
  readonly name: string;
  readonly draft: Draft | null;
}

/** Saves a template or deletes it, as TanStack Query's mutations do. */
export interface SaveTemplateMutation<Draft> {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly mutate: (
    change: TemplateChange<Draft>,
    options: { readonly onSuccess: () => void },
  ) => void;
}

/** Asks about a template before something is done with it. */
export function TemplateDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={(_event, { open }) => {
        if (!open) props.onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogColumn>{props.children}</DialogColumn>
          <DialogActions>
            <Button onClick={props.onClose}>Cancel</Button>
            <Button appearance="primary" onClick={props.onConfirm}>
              {props.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
