'use client';

import { CircleX } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFormStatus } from 'react-dom';
import { fieldId } from './field-parts';

type FormErrorProps = {
  /** What went wrong with the form as a whole; nothing is shown without it. */
  message?: string | undefined;
  /** Errors by field name; each becomes a link to its field. */
  fields?: Readonly<Record<string, string | undefined>> | undefined;
  /** A link to where people find more. */
  children?: ReactNode;
};

/** Stands first inside a form. Takes the focus each time a submission comes back with errors. */
export function FormError({ message, fields, children }: FormErrorProps) {
  const box = useRef<HTMLDivElement>(null);
  const { pending } = useFormStatus();

  // Tied to `pending` and not to the errors, so that a background refresh never moves the focus.
  useEffect(() => {
    if (!pending && message) box.current?.focus();
  }, [pending, message]);

  if (!message) return null;
  const listed = Object.entries(fields ?? {}).filter(([, text]) => text);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-lg bg-critical-soft p-4 text-critical outline-offset-2"
    >
      <CircleX aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="grid min-w-0 gap-1.5 wrap-anywhere">
        <p className="font-medium">{message}</p>
        {listed.length > 0 && (
          <ul className="grid gap-1 text-sm">
            {listed.map(([name, text]) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`} className="underline underline-offset-2">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </div>
  );
}
