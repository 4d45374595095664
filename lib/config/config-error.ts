/** A setting is missing or contradicts another: the sentence begins with the variable's name. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(
    readonly variable: string,
    what: string,
  ) {
    super(`${variable} ${what}`);
  }
}
