import { correlationIdLimits } from '@/lib/astra/contract/settlement';
import { Field } from '../ui/field';
import type { AppliesTo } from './what-applies';

type ReferenceFieldProps = {
  kinds: AppliesTo | null;
  typed: string | undefined;
  error: string | undefined;
};

/** Letters and digits that travel with the money, for people who keep books. Folded away for others. */
export function ReferenceField({ kinds, typed, error }: ReferenceFieldProps) {
  const isByCard = kinds?.from === 'card' || kinds?.to === 'card';
  return (
    <details open={Boolean(typed || error)} className="group">
      <summary className="cursor-pointer rounded-sm py-2 text-sm font-medium text-accent">
        Add a reference of your own
      </summary>
      <Field
        name="memo"
        label="Reference"
        hint={
          isByCard
            ? `Exactly ${correlationIdLimits.debit} letters and digits, which you have not used before.`
            : 'Letters and digits. We add some of ours, so that no two are the same.'
        }
        autoComplete="off"
        maxLength={correlationIdLimits.ach}
        defaultValue={typed}
        error={error}
        className="mt-2"
      />
    </details>
  );
}
