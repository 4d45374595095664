import type { Metadata } from "next";
import { ReviewPage } from "@/components/reviews/detail/review-page";

export const metadata: Metadata = { title: "Review" };

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ReviewPage reviewId={id} />;
}
