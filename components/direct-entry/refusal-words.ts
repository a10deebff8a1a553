import type { SecureHostAnswer } from './post-to-secure-host';

type Refusal = Extract<SecureHostAnswer, { outcome: 'refused' }>;

/**
 * A refusal in words: beside the fields that Astra names, and on top for everything else.
 * `isThereAlready` says that the person can find it among theirs.
 *
 * @param isField whether the form has a field of this name.
 */
export function refusalWords(
  { description, fields }: Pick<Refusal, 'description' | 'fields'>,
  isField: (name: string) => boolean,
): { message: string; fields: Record<string, string>; isThereAlready: boolean } {
  const beside = Object.entries(fields).filter(([name]) => isField(name));
  if (beside.length > 0) {
    return {
      message: 'Astra did not accept this, and nothing was added. Please check the marked fields.',
      fields: Object.fromEntries(
        beside.map(([name, texts]) => [name, `Astra says: ${texts.join(' ')}`]),
      ),
      isThereAlready: false,
    };
  }
  if (/already exists/i.test(description)) {
    const message = 'You have added this already, so nothing was added now.';
    return { message, fields: {}, isThereAlready: true };
  }
  const reason = description.replace(/\.$/, '');
  return {
    message: `Astra did not accept this${reason && ` (${reason})`}, and nothing was added.`,
    fields: {},
    isThereAlready: false,
  };
}
