import { Bare } from "@/components/shell/bare";
import { AppLink } from "@/components/ui/app-link";

/** Uses our layout. Next's default needs an inline style, which the content security policy forbids. */
export default function NotFound() {
  return (
    <Bare title="There is no such page">
      <p>The address may be mistyped, or the page has moved.</p>
      <AppLink href="/">Go to the overview</AppLink>
    </Bare>
  );
}
