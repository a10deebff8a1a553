/**
 * What a form's action hands back to the form: the sentences to show, and what was typed, so that
 * an error never loses it. Secrets are not handed back.
 */
export type FormState<Result = undefined> =
  | { status: 'idle' }
  | { status: 'done'; result: Result }
  | {
      status: 'error';
      message: string;
      fields: Readonly<Record<string, string>>;
      values: Readonly<Record<string, string>>;
      /** Differs for each error, so that the form can bring the same message to attention again. */
      attempt: string;
    };
