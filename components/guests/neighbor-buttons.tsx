"use client";

import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { type ReactElement, useState } from "react";
import { Announcement } from "@/components/ui/announcement";
import { plainText } from "@/components/ui/plain-text";
import { numberText } from "@/lib/domain/number-text";
import type { Neighbors } from "@/lib/inventory/inventory";

interface NeighborButtonsProps {
  /** Null while they are not known, and where the guest is not in the list. */
  readonly neighbors: Neighbors | null;
  /** The name of the guest shown; null while it is not read. */
  readonly name: string | null;
  readonly onOpen: (guestId: string) => void;
}

/** Opens the guest before or after this one in the list, and tells screen readers who that is. */
export function NeighborButtons({ neighbors, name, onOpen }: NeighborButtonsProps) {
  const [hasMoved, setMoved] = useState(false);
  const button = (label: string, icon: ReactElement, to: string | null) => (
    <Button
      appearance="subtle"
      icon={icon}
      aria-label={label}
      // Fluent's tooltip takes the Escape that is to close the panel.
      title={label}
      // It keeps the focus at the end of the list, and until the next guest is read.
      disabledFocusable={to === null}
      onClick={() => {
        if (to === null) return;
        setMoved(true);
        onOpen(to);
      }}
    />
  );
  return (
    <>
      {button("Previous guest", <ChevronUpRegular />, neighbors?.previous ?? null)}
      {button("Next guest", <ChevronDownRegular />, neighbors?.next ?? null)}
      <Announcement>
        {hasMoved && neighbors !== null && name !== null
          ? `${plainText(name)}, ${numberText(neighbors.place + 1)} of ${numberText(neighbors.total)}`
          : ""}
      </Announcement>
    </>
  );
}
