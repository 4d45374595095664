"use client";

import {
  Combobox,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Option,
  OptionGroup,
  tokens,
} from "@fluentui/react-components";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { textMatcher } from "@/lib/domain/match-text";
import { EVERYTHING } from "@/lib/inventory/everything";
import { useGuests, useProgress } from "@/lib/inventory/use-inventory";
import { MORE_PLACES, PLACE_GROUPS, type Place } from "./places";

/** As many guests as are offered before one types more. */
const GUESTS_SHOWN = 8;

const PLACES: readonly Place[] = [...PLACE_GROUPS.flatMap(({ places }) => places), ...MORE_PLACES];

const useStyles = makeStyles({
  // Room for the list, which opens inside the dialog and is as high as what it stands in leaves.
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minHeight: "min(440px, 60vh)",
  },
  field: { width: "100%", minWidth: 0 },
  person: { minWidth: 0, overflowWrap: "anywhere" },
  mail: { color: tokens.colorNeutralForeground2 },
});

/** Finds a page or a guest by name, and goes there. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const router = useRouter();
  const [text, setText] = useState("");
  const words = useDeferredValue(text.trim());
  const guests = useGuests({ ...EVERYTHING, text: words });
  const { complete } = useProgress();
  const found =
    words === "" ? [] : Array.from({ length: GUESTS_SHOWN }, (_, at) => guests.rowAt(at));
  const people = found.flatMap((row) => row?.guest ?? []);
  const matches = textMatcher(words);
  const places = PLACES.filter(({ name }) => matches(name));
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface aria-label="Find a page or a guest">
        <DialogBody>
          <DialogTitle>Find a page or a guest</DialogTitle>
          <DialogContent className={styles.content}>
            <Combobox
              autoFocus
              defaultOpen
              freeform
              inlinePopup
              className={styles.field}
              aria-label="Page, name or mail"
              placeholder="Page, name or mail"
              value={text}
              selectedOptions={[]}
              onChange={(event) => {
                setText(event.target.value);
              }}
              onOptionSelect={(_event, { optionValue }) => {
                if (optionValue === undefined) return;
                onClose();
                router.push(optionValue);
              }}
            >
              {places.length > 0 && (
                <OptionGroup label="Pages">
                  {places.map(({ href, name }) => (
                    <Option key={href} value={href} text={name}>
                      {name}
                    </Option>
                  ))}
                </OptionGroup>
              )}
              {people.length > 0 && (
                <OptionGroup label="Guests">
                  {people.map((guest) => (
                    <Option
                      key={guest.id}
                      value={`/guests?guest=${encodeURIComponent(guest.id)}`}
                      text={guest.displayName}
                    >
                      <span className={styles.person}>
                        <bdi>{guest.displayName}</bdi>{" "}
                        <span className={styles.mail}>{guest.mail}</span>
                      </span>
                    </Option>
                  ))}
                </OptionGroup>
              )}
            </Combobox>
            <span role="status" className={styles.mail}>
              {places.length + people.length === 0 &&
                !guests.pending &&
                guests.answer?.total === 0 &&
                (complete
                  ? "Nothing has that name."
                  : "Nothing read so far has that name: the guests are not read to the end.")}
            </span>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
