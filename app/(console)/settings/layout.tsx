import type { ReactNode } from "react";
import { AddressState } from "@/components/shell/address-state";

/** A link may name the account that is to be protected. */
export default function SettingsLayout({ children }: { readonly children: ReactNode }) {
  return <AddressState>{children}</AddressState>;
}
