import { Bare } from "@/components/shell/bare";
import { AppLink } from "@/components/ui/app-link";

/** No such page, in the same clothes as the others: Next's own would bring an inline style. */
export default function NotFound() {
  return (
    <Bare title="There is no such page">
      <p>The address may be mistyped, or the page has moved.</p>
      <AppLink href="/">Go to the overview</AppLink>
    </Bare>
  );
}
