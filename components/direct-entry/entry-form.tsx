import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { ButtonLink } from '../ui/button-link';
import { FormError } from '../ui/form-error';
import { LateNote } from '../ui/late-note';
import { Notice } from '../ui/notice';
import { takeFocus } from '../ui/take-focus';
import { againField, type DirectEntry } from './use-direct-entry';

type EntryFormProps = {
  entry: DirectEntry;
  /** What is added, in the middle of a sentence: "card". */
  what: string;
  /** The list that shows it. */
  listHref: string;
  children: ReactNode;
};

/** What surrounds the fields of an entry. Gives way to a notice when it may have been added. */
export function EntryForm({ entry, what, listHref, children }: EntryFormProps) {
  const { phase, failure, already, onInput, onSubmit } = entry;
  if (phase === 'checking') {
    return (
      <div ref={takeFocus} tabIndex={-1} className="rounded-lg outline-offset-2">
        <Notice
          tone="caution"
          title={`Your ${what} may have been added.`}
          action={<ButtonLink href={listHref}>Show my {what}s</ButtonLink>}
        >
          We got no clear answer, so we are checking with Astra. This takes up to a minute. Look at
          your {what}s before you add it again.
        </Notice>
      </div>
    );
  }
  return (
    // A form of this method sends nothing by itself, whatever becomes of the script.
    <form method="dialog" onSubmit={onSubmit} onInput={onInput} noValidate className="grid gap-6">
      <FormError key={failure?.attempt} message={failure?.message} fields={failure?.fields}>
        {already && (
          <Link href={listHref} className="justify-self-start underline underline-offset-2">
            Show my {what}s
          </Link>
        )}
      </FormError>
      {children}
      {already === 'asked' && (
        <label className="flex items-center gap-3">
          <input type="checkbox" name={againField} className="size-5 accent-accent" />
          Add this {what} once more all the same
        </label>
      )}
      <Button
        type="submit"
        size="lg"
        pending={phase === 'sending'}
        pendingLabel="Sending to Astra…"
        className="justify-self-start"
      >
        Add this {what}
      </Button>
      <LateNote isWaiting={phase === 'sending'} />
    </form>
  );
}
