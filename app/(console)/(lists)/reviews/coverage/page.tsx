import type { Metadata } from "next";
import { CoveragePage } from "@/components/reviews/coverage/coverage-page";

export const metadata: Metadata = { title: "Coverage" };

export default function Page() {
  return <CoveragePage />;
}
