"use client";

import { PageFailure } from "@/components/shell/page-failure";

/** A page failed to render. The rest of the app goes on. */
export default function ErrorPage(props: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  return (
    <PageFailure
      error={props.error}
      onRetry={props.reset}
      onReload={() => {
        window.location.reload();
      }}
    />
  );
}
