import type { Metadata } from "next";
import { NewReviewPage } from "@/components/reviews/wizard/new-review-page";

export const metadata: Metadata = { title: "New access review" };

export default function Page() {
  return <NewReviewPage />;
}
