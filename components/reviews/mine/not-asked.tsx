import { PersonProhibitedRegular } from "@fluentui/react-icons";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";

/** For a person who follows a link to a review of other reviewers. */
export function NotAsked({ reviewId }: { readonly reviewId: string }) {
  return (
    <EmptyState
      icon={<PersonProhibitedRegular />}
      title="This review does not ask you"
      action={<AppLink href={`/reviews/${encodeURIComponent(reviewId)}`}>See the review</AppLink>}
    >
      Only those whom an instance names as its reviewers decide in it: no role lets an administrator
      decide for them. It may also be over, or deleted.
    </EmptyState>
  );
}
