/** A person whom the simulated sign-in page offers, and what is special about them. */
export interface Persona {
  /** The directory object of the same person. */
  userId: string;
  name: string;
  username: string;
  /** One line for the sign-in page: who they are and what they may do. */
  about: string;
  /** App roles of the product's own registration, as they stand in the token's `roles`. */
  appRoles: string[];
  /** True when this person may consent for the whole organization. */
  canConsentForAll: boolean;
}
