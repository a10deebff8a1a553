import Form from 'next/form';
import {
  type RoutineFilter,
  routineKinds,
  routineQuery,
  routineStandings,
} from '@/lib/routines/routine-filter';
import { Button } from '../ui/button';
import { ButtonLink } from '../ui/button-link';
import { SelectField } from '../ui/select-field';
import { routineKindWords, standingWords } from './routine-words';

/** Narrows the list by its address alone, so it works without JavaScript and can be kept as a link. */
export function RoutineFilters({ filter }: { filter: RoutineFilter }) {
  const query = routineQuery(filter);
  return (
    <Form
      // A new address is a new form: what was chosen and not sent does not outlive it.
      key={query}
      action="/routines"
      className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto] print:hidden"
    >
      <SelectField
        name="status"
        label="Status"
        placeholder="Any"
        defaultValue={filter.status ?? ''}
        options={routineStandings.map((value) => ({ value, label: standingWords[value] }))}
      />
      <SelectField
        name="kind"
        label="How often"
        placeholder="Any"
        defaultValue={filter.kind ?? ''}
        options={routineKinds.map((value) => ({ value, label: routineKindWords[value] }))}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="secondary">
          Show
        </Button>
        {query !== '' && (
          <ButtonLink href="/routines" variant="quiet">
            Show all
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}
