import type { Metadata } from "next";
import { DeletedPage } from "@/components/guests/deleted-page";

export const metadata: Metadata = { title: "Deleted" };

export default function Page() {
  return <DeletedPage />;
}
