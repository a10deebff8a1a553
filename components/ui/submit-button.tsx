'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';
import { LateNote } from './late-note';

/**
 * Submits the form around it, and shows that it is on its way until the action answers, also when
 * that takes long: give it a row that wraps, or a grid. One of several buttons has a name and a value: the others then only wait.
 */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'pending'>) {
  const { pending, data } = useFormStatus();
  const { name, value } = props;
  const isPressed = pending && (name === undefined || data.get(name) === value);
  return (
    <>
      <Button
        {...props}
        type="submit"
        pending={isPressed}
        disabled={props.disabled || (pending && !isPressed)}
      />
      <LateNote isWaiting={isPressed} />
    </>
  );
}
