import Form from 'next/form';
import type { ComponentProps } from 'react';
import type { TransferSource } from '@/lib/transfers/list/list-sources';
import {
  filterQuery,
  type TransferFilter,
  transferStandings,
} from '@/lib/transfers/list/transfer-filter';
import { Button } from '../ui/button';
import { controlStyles, fieldId } from '../ui/field-parts';
import { SelectField } from '../ui/select-field';
import { type ActivityListName, activityLists } from './activity-lists';
import { standingWords } from './filter-words';

type Props = {
  list: ActivityListName;
  filter: TransferFilter;
  /** What may be chosen as “sent from”; nothing where others sent it. */
  sources?: readonly TransferSource[];
};

/** Narrows the list by its address alone, so it works without JavaScript and can be kept as a link. */
export function FilterForm({ list, filter, sources }: Props) {
  const query = filterQuery(filter);
  // Disputes are between a sender and their bank.
  const standings = transferStandings.filter((one) => list === 'sent' || one !== 'disputed');
  return (
    // A new address is a new form: what was typed and not sent does not outlive it.
    <details key={query} open={query !== ''} className="print:hidden">
      <summary className="w-fit rounded-sm text-sm font-medium text-accent">
        Search and filter
      </summary>
      <Form action={activityLists[list].href} className="mt-4 grid gap-4 sm:grid-cols-2">
        <FilterField
          name="q"
          label={list === 'sent' ? 'Name, reference, card or person' : 'Person or card'}
          type="search"
          maxLength={100}
          defaultValue={filter.q}
        />
        <SelectField
          name="status"
          label="Status"
          placeholder="Any"
          defaultValue={filter.status ?? ''}
          options={standings.map((value) => ({ value, label: standingWords[value] }))}
        />
        {sources && (
          <SelectField
            className="sm:col-span-2"
            name="source"
            label="Sent from"
            placeholder="Anything"
            defaultValue={filter.source ?? ''}
            options={sources.map(({ astraId: value, label }) => ({ value, label }))}
          />
        )}
        <FilterField
          name="from"
          label="Since (Pacific day)"
          type="date"
          defaultValue={filter.from}
        />
        <FilterField name="to" label="Until (Pacific day)" type="date" defaultValue={filter.to} />
        {/* Chosen on the routine's own page. */}
        {filter.routine && <input type="hidden" name="routine" value={filter.routine} />}
        <div>
          <Button type="submit" variant="secondary">
            Show
          </Button>
        </div>
      </Form>
    </details>
  );
}

type FilterFieldProps = Pick<ComponentProps<'input'>, 'type' | 'maxLength' | 'defaultValue'> & {
  name: string;
  label: string;
};

/** As `Field`, without its word that it is optional: here everything is. */
function FilterField({ name, label, ...input }: FilterFieldProps) {
  const id = fieldId(name);
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input {...input} id={id} name={name} className={controlStyles(false, 'text-base')} />
    </div>
  );
}
