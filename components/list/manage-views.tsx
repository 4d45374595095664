"use client";

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import { PersonName } from "@/components/ui/person-name";
import { plainText } from "@/components/ui/plain-text";
import type { SavedView } from "@/lib/contract/list-preferences";
import { removeView, renameView } from "./view-rules";
import { ViewNameForm } from "./view-name-form";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingBottom: tokens.spacingVerticalS,
  },
  name: { flex: "1 1 10rem", minWidth: 0, overflowWrap: "anywhere" },
});

interface ManageViewsProps {
  readonly open: boolean;
  readonly views: readonly SavedView[];
  readonly onChange: (change: (views: readonly SavedView[]) => readonly SavedView[]) => void;
  readonly onCopy: (view: SavedView) => void;
  readonly onClose: () => void;
}

/** The saved views of a list, each with its link, another name, or its end. */
export function ManageViews({ open, views, onChange, onCopy, onClose }: ManageViewsProps) {
  const [renamed, setRenamed] = useState<string | null>(null);
  // A press takes its own button away: the keyboard goes on beside it, not at the beginning of the page.
  const [focusName, setFocusName] = useState<string | null>(null);
  const [deleted, setDeleted] = useState<SavedView | null>(null);
  const endRenaming = (name: string | null) => {
    setRenamed(null);
    setFocusName(name);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, data) => {
        if (!data.open) onClose();
      }}
    >
      <DialogSurface>
        {renamed === null ? (
          <ViewList
            views={views}
            focusName={focusName}
            onCopy={onCopy}
            onRename={setRenamed}
            deleted={deleted}
            onRestore={(view) => {
              setDeleted(null);
              setFocusName(view.name);
              onChange((all) => [...all, view]);
            }}
            onDelete={(name) => {
              const place = views.findIndex((view) => view.name === name);
              setDeleted(views[place] ?? null);
              setFocusName((views[place + 1] ?? views[place - 1])?.name ?? null);
              onChange((all) => removeView(all, name));
            }}
            onClose={onClose}
          />
        ) : (
          <ViewNameForm
            title="Rename view"
            hint="Links to the view stay as they are."
            views={views}
            current={renamed}
            onCancel={() => {
              endRenaming(renamed);
            }}
            onSave={(name) => {
              onChange((all) => renameView(all, renamed, name));
              endRenaming(name);
            }}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}

interface ViewListProps {
  readonly views: readonly SavedView[];
  /** The view beside which the keyboard goes on. */
  readonly focusName: string | null;
  readonly onCopy: (view: SavedView) => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: (name: string) => void;
  /** The view deleted last, which can be brought back. */
  readonly deleted: SavedView | null;
  readonly onRestore: (view: SavedView) => void;
  readonly onClose: () => void;
}

function ViewList(props: ViewListProps) {
  const { views, focusName, onCopy, onRename, onDelete, deleted, onRestore, onClose } = props;
  const styles = useStyles();
  const renameId = useId();
  const closeId = useId();
  const count = views.length;
  useEffect(() => {
    // At first the dialog itself takes the focus.
    if (focusName === null && count > 0) return;
    (document.getElementById(renameId) ?? document.getElementById(closeId))?.focus();
  }, [focusName, count, renameId, closeId]);
  return (
    <DialogBody>
      <DialogTitle>Manage views</DialogTitle>
      <DialogContent>
        {views.length === 0 && "You have no saved views of this list."}
        <div role="status">
          {deleted !== null && (
            <span className={styles.line}>
              <span>
                Deleted: <PersonName name={deleted.name} />
              </span>
              <Button
                size="small"
                onClick={() => {
                  onRestore(deleted);
                }}
              >
                Undo
              </Button>
            </span>
          )}
        </div>
        <ul className={styles.list} aria-label="Saved views">
          {views.map((view) => (
            <li key={view.name} className={styles.line}>
              <span className={styles.name}>
                <PersonName name={view.name} />
              </span>
              <Button
                size="small"
                aria-label={`Copy link to ${plainText(view.name)}`}
                onClick={() => {
                  onCopy(view);
                }}
              >
                Copy link
              </Button>
              <Button
                size="small"
                {...(view.name === focusName && { id: renameId })}
                aria-label={`Rename ${plainText(view.name)}`}
                onClick={() => {
                  onRename(view.name);
                }}
              >
                Rename
              </Button>
              <Button
                size="small"
                aria-label={`Delete ${plainText(view.name)}`}
                onClick={() => {
                  onDelete(view.name);
                }}
              >
                Delete
              </Button>
            </li>
          ))}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button id={closeId} appearance="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
