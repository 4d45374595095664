"use client";

import {
  Button,
  Dialog,
  DialogSurface,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { BookmarkMultipleRegular } from "@fluentui/react-icons";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { ManageViews } from "./manage-views";
import { PersonName } from "@/components/ui/person-name";
import { copyText } from "@/components/ui/copy-text";
import { sayToast } from "@/components/ui/toast";
import { useOpenings } from "@/components/ui/use-openings";
import { addView, asksTheSame, MOST_VIEWS, queryToShow, viewQuery } from "./view-rules";
import { ViewNameForm } from "./view-name-form";
import { useState } from "react";
import type { SavedView } from "@/lib/contract/list-preferences";
import { useServices } from "@/lib/services/services";
import { savedViewsStorage } from "./list-preferences-storage";

const NONE: readonly SavedView[] = [];

/** The views that this person saved of a list in this browser. */
function useSavedViews(list: string) {
  const { me } = useServices();
  const storage = savedViewsStorage(list);
  const [views, setViews] = useState(() => storage.load(me) ?? NONE);
  const reload = () => {
    setViews(storage.load(me) ?? NONE);
  };
  return {
    views,
    /** Another tab may have saved some meanwhile. */
    reload,
    /** False when the browser has no room for them. */
    change: (changed: (views: readonly SavedView[]) => readonly SavedView[]): boolean => {
      const isSaved = storage.save(me, [...changed(storage.load(me) ?? NONE)]);
      reload();
      return isSaved;
    },
  };
}

interface ViewsMenuProps {
  /** The list's name, under which its views are saved. */
  readonly list: string;
  /** The name of the open panel in the address. */
  readonly panel: string;
  /** Names in the address that say where the list is. */
  readonly page: readonly string[];
}

/** The views saved of a list, the way to save what is shown as one, and a link to it. */
export function ViewsMenu({ list, panel, page }: ViewsMenuProps) {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const { views, reload, change } = useSavedViews(list);
  const { opening, begin, close } = useOpenings<"save" | "manage">();
  const getsFocusBack = useRestoreFocusTarget();
  const query = viewQuery(search, [panel, ...page]);
  const current = views.find((view) => asksTheSame(view.query, query));
  const addressOf = (view: string) => {
    const shown = queryToShow(view, search, page);
    return shown === "" ? pathname : `${pathname}?${shown}`;
  };
  return (
    <>
      <Menu
        checkedValues={{ view: current === undefined ? [] : [current.name] }}
        onOpenChange={(_event, { open }) => {
          if (open) reload();
        }}
        onCheckedValueChange={(_event, { checkedItems: [name] }) => {
          const view = views.find((each) => each.name === name);
          if (view !== undefined) router.push(addressOf(view.query));
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<BookmarkMultipleRegular />} {...getsFocusBack}>
            Views
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {views.map(({ name }) => (
              <MenuItemRadio key={name} name="view" value={name}>
                <PersonName name={name} />
              </MenuItemRadio>
            ))}
            {views.length > 0 && <MenuDivider />}
            <MenuItem
              disabled={views.length >= MOST_VIEWS}
              onClick={() => {
                begin("save");
              }}
            >
              Save this view…
            </MenuItem>
            <MenuItem
              disabled={views.length === 0}
              onClick={() => {
                begin("manage");
              }}
            >
              Manage views…
            </MenuItem>
            <MenuItem onClick={() => void copyLink(addressOf(query))}>
              Copy link to this view
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {opening?.about === "save" && (
        <Dialog
          key={opening.key}
          open={opening.open}
          onOpenChange={(_event, { open }) => {
            if (!open) close();
          }}
        >
          <DialogSurface>
            <ViewNameForm
              title="Save view"
              hint="The view is saved for you in this browser. To share it, copy its link."
              views={views}
              current={null}
              onCancel={close}
              onSave={(name) => {
                close();
                sayWhetherSaved(change((all) => addView(all, { name, query })));
              }}
            />
          </DialogSurface>
        </Dialog>
      )}
      {opening?.about === "manage" && (
        <ManageViews
          key={opening.key}
          open={opening.open}
          views={views}
          onChange={(changed) => {
            if (!change(changed)) sayWhetherSaved(false);
          }}
          onClose={close}
          onCopy={(view) => void copyLink(addressOf(view.query))}
        />
      )}
    </>
  );
}

function sayWhetherSaved(isSaved: boolean): void {
  sayToast(
    isSaved
      ? { intent: "success", title: "View saved" }
      : {
          intent: "error",
          title: "The view wasn't saved",
          body: "This browser has no room for it, or doesn't let the page store anything.",
        },
  );
}

/** Puts a link to an address of this app on the clipboard, and says so. */
async function copyLink(address: string): Promise<void> {
  await copyText(new URL(address, window.location.origin).href, {
    copied: "Link copied",
    refused: {
      title: "The link wasn't copied",
      body: "The browser doesn't let the page copy. Copy the address of the page instead.",
    },
  });
}
