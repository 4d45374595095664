import type { Metadata } from "next";
import { SetupPage } from "@/components/settings/setup-page";

export const metadata: Metadata = { title: "Setup" };

export default function Page() {
  return <SetupPage />;
}
