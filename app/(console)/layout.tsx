import type { ReactNode } from "react";
import { StoredUndoDialog } from "@/components/plan/stored-undo-dialog";
import { Console } from "@/components/shell/console";

/** Only a person with a role of this app sees what is below. */
export default function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  return (
    <Console>
      {children}
      <StoredUndoDialog />
    </Console>
  );
}
