/** What the browser must know to sign people in: nothing here is secret. The server says it at request time. */
export interface PublicSettings {
  readonly clientId: string;
  readonly tenantId: string;
  readonly authority: string;
  /** Only with the simulator: its authority has a name that MSAL does not know, and metadata that it cannot fetch. */
  readonly knownAuthorities?: readonly string[];
  readonly authorityMetadata?: string;
  /** Origin of Microsoft Graph, or of the simulator. */
  readonly graphRoot: string;
  /** The scope of our own API: what the history is read and written with. */
  readonly apiScope: string;
  readonly cloud: string;
  readonly simulated: boolean;
}
