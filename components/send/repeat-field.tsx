import { useState } from 'react';
import { SelectField } from '../ui/select-field';
import { automaticOptions, repeatOptions } from './option-words';

type RepeatFieldProps = {
  /** What is chosen at first; later the field itself knows, and tells. */
  kind: string;
  onKind: (kind: string) => void;
  withAutomatic: boolean;
  error: string | undefined;
};

/** How often a payment is made, or what makes it. */
export function RepeatField({ kind, onKind, withAutomatic, error }: RepeatFieldProps) {
  // Held by the field and not by React: resetting the form after its action would show the first
  // option while another one counts.
  const [first] = useState(kind);
  return (
    <SelectField
      name="routineType"
      label="How often?"
      options={withAutomatic ? [...repeatOptions, ...automaticOptions] : repeatOptions}
      defaultValue={first}
      onChange={({ target }) => onKind(target.value)}
      error={error}
    />
  );
}
