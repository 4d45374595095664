"use client";

import "./global.css";

/** The root layout failed, so this page uses no component of ours. */
export default function GlobalError(props: { readonly error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main className="bare-failure">
          <h1>Guestlist could not be shown</h1>
          <p>Nothing was changed in your directory by this. Reload the page to try again.</p>
          {props.error.digest !== undefined && (
            <p>
              Reference for the server&apos;s log: <code>{props.error.digest}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}
