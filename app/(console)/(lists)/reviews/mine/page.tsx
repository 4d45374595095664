import type { Metadata } from "next";
import { MyReviewsPage } from "@/components/reviews/mine/my-reviews-page";

export const metadata: Metadata = { title: "My reviews" };

export default function Page() {
  return <MyReviewsPage />;
}
