import type { ReactNode } from "react";
import { AddressState } from "@/components/shell/address-state";

/** The pages whose search, filters and open panel stand in the address. */
export default function ListsLayout({ children }: { readonly children: ReactNode }) {
  return <AddressState>{children}</AddressState>;
}
