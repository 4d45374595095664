import { render, type RenderResult } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { AddressState } from "@/components/shell/address-state";
import { Console } from "@/components/shell/console";
import { Providers } from "@/components/shell/providers";
import { answersFrom } from "./page-at-rest";
import { patientUser } from "./patient-user";
import { signedInAs } from "./test-session";
import type { TestTenant } from "./test-tenant";
import { WorkerThread } from "./worker-thread";

export interface RenderedPage extends RenderResult {
  readonly user: UserEvent;
}

/** Renders a page as a persona sees it at an address, with the frame around it, the worker and our own API behind it. */
export async function renderPage(
  testTenant: TestTenant,
  page: ReactNode,
  { persona = "Grace Okafor", path = "/" } = {},
): Promise<RenderedPage> {
  answersFrom(testTenant);
  vi.stubGlobal("Worker", WorkerThread);
  signedInAs(await testTenant.sessionOf(persona));
  window.history.replaceState(null, "", path);
  const user = patientUser();
  const rendered = render(
    <Providers
      nonce=""
      theme={{ choice: "light", theme: "light" }}
      settings={testTenant.settings}
      renderedAt={testTenant.api.now()}
    >
      <Console>
        <AddressState>{page}</AddressState>
      </Console>
    </Providers>,
  );
  return { ...rendered, user };
}
