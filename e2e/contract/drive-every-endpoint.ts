import type { Exchange } from "./exchange.ts";
import type { Sample } from "./sample.ts";
import { samplesFor } from "./samples.ts";
import type { Endpoint } from "../../simulator/graph/endpoint.ts";
import { endpoints } from "../../simulator/graph/endpoints.ts";
import { Organization } from "./organization.ts";

/** Calls every endpoint of the simulator, each in an organization of its own, and keeps what was said. */
export async function driveEveryEndpoint(): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const endpoint of endpoints) {
    for (const sampleOf of samplesFor(endpoint)) {
      const organization = new Organization();
      await organization.live();
      exchanges.push(await call(organization, endpoint, sampleOf(organization)));
    }
  }
  return exchanges;
}

async function call(
  organization: Organization,
  endpoint: Endpoint,
  sample: Sample,
): Promise<Exchange> {
  const { query = "", body, headers = {}, expected, scopes } = sample;
  const path = organization.fill(endpoint.path);
  const response = await organization.fixture.send(
    endpoint.method,
    query === "" ? path : `${path}?${query}`,
    { body, headers, ...(scopes && { scopes }) },
  );
  const text = await response.text();
  if (response.status !== expected) {
    throw new Error(
      `${endpoint.method} ${path}?${query} answered ${response.status}, not ${expected}: ${text}`,
    );
  }
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  return {
    method: endpoint.method,
    path,
    query,
    requestBody: body ?? null,
    status: response.status,
    responseBody: text === "" ? null : isJson ? (JSON.parse(text) as unknown) : text,
  };
}
