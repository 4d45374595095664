import type { ReactNode } from "react";
import { Console } from "@/components/shell/console";

/** Only a person with a role of this app sees what is below. */
export default function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  return <Console>{children}</Console>;
}
