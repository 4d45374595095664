import type { Metadata } from "next";
import { GuestsPage } from "@/components/guests/guests-page";

export const metadata: Metadata = { title: "Guests" };

export default function Page() {
  return <GuestsPage />;
}
