import type { Metadata } from "next";
import { IntegrityPage } from "@/components/history/integrity/integrity-page";

export const metadata: Metadata = { title: "Integrity of the history" };

export default function Page() {
  return <IntegrityPage />;
}
