import type { Metadata } from "next";
import { ErasePersonPage } from "@/components/settings/erase-person-page";

export const metadata: Metadata = { title: "Erase a person" };

export default function Page() {
  return <ErasePersonPage />;
}
