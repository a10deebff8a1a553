import { Field } from '../ui/field';
import { RadioCards } from '../ui/radio-cards';

const speeds = [
  {
    value: 'real-time',
    title: 'Within seconds if their bank can',
    detail: 'Otherwise on the same business day.',
  },
  {
    value: 'only-instant',
    title: 'Within seconds or not at all',
    detail: 'It fails when their bank takes no instant payments.',
  },
  { value: 'T+0', title: 'The same business day' },
  { value: 'T+1', title: 'The next business day' },
  { value: 'T+2', title: 'Two business days' },
  { value: 'T+4', title: 'Four business days' },
] as const;

type PayeeFieldsProps = {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

/** Who is paid, and how fast. */
export function PayeeFields({ typed, errors }: PayeeFieldsProps) {
  return (
    <>
      <Field
        name="email"
        type="email"
        label="To the person with this e-mail address"
        hint="The one that they sign in with here. They are paid on the bank account on which they have chosen to receive money."
        autoComplete="off"
        required
        defaultValue={typed['email']}
        error={errors['email']}
      />
      <RadioCards
        name="speed"
        label="How fast?"
        options={speeds}
        defaultValue={typed['speed'] ?? 'real-time'}
        error={errors['speed']}
        required
      />
    </>
  );
}
