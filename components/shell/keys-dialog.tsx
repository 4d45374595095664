"use client";

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from "@fluentui/react-components";
import { KeyList } from "@/components/ui/key-list";

const KEYS = [
  { key: "Ctrl+K", help: "Find a page or a guest" },
  { key: "?", help: "Show these keys" },
  { key: "Esc", help: "Close what lies over the page" },
] as const;

const GRID_KEYS = [
  { key: "↑ ↓", help: "Go through the rows" },
  { key: "Home End", help: "First and last cell of a row; with Ctrl, of the list" },
  { key: "Enter", help: "Open the row" },
  { key: "Space", help: "Select the row" },
  { key: "Ctrl+A", help: "Select all that match" },
] as const;

/** The keys that work on every page, and in every list. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Keyboard shortcuts</DialogTitle>
          <DialogContent>
            <KeyList title="Everywhere" keys={KEYS} />
            <KeyList title="In a list" keys={GRID_KEYS} />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary">Close</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
