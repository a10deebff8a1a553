/**
 * An error whose message may be shown to the person: a sentence that says what happened and what
 * to do. `fields` puts sentences beside the inputs that they are about.
 */
export class UserFacingError extends Error {
  override name = 'UserFacingError';
  readonly fields: Readonly<Record<string, string>>;

  constructor(message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.fields = fields;
  }
}
