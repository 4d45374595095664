"use client";

import dynamic from "next/dynamic";
import { CommandButton } from "@/components/ui/command-button";
import { useNarrow } from "@/components/ui/use-narrow";
import type { CommandItem } from "./command-menu";

const CommandMenu = dynamic(() => import("./command-menu").then(({ CommandMenu }) => CommandMenu), {
  ssr: false,
});

/** More buttons than this would push the list off a phone. */
const MOST_ON_A_PHONE = 2;

/** Commands side by side; on a phone the first one and a menu of the others. */
export function Commands({ commands }: { readonly commands: readonly CommandItem[] }) {
  const isFolded = useNarrow() && commands.length > MOST_ON_A_PHONE;
  const buttons = isFolded ? commands.slice(0, 1) : commands;
  return (
    <>
      {buttons.map(({ key, label, icon, whyNot, disabled = false, danger = false, onClick }) => (
        <CommandButton
          key={key}
          whyNot={whyNot}
          disabled={disabled}
          danger={danger}
          onClick={onClick}
          {...(icon && { icon })}
        >
          {label}
        </CommandButton>
      ))}
      {isFolded && <CommandMenu commands={commands.slice(1)} />}
    </>
  );
}
