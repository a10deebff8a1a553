import { useState } from 'react';
import type { EndChoice } from '@/lib/payments/ends/list-end-choices';
import { type RadioCardOption, RadioCards } from '../ui/radio-cards';
import { SelectField } from '../ui/select-field';
import { BalanceLine } from './balance-line';
import { EndIcon, PersonIcon } from './end-icon';
import { anotherPerson, areFew } from './ends';

type EndPickerProps = {
  name: string;
  label: string;
  choices: readonly EndChoice[];
  /** Why a choice cannot be made; null when it can. */
  obstacleOf: (choice: EndChoice) => string | null;
  /** Whether what is in an account is shown with it. */
  withBalance?: boolean;
  /** Whether somebody else can be chosen too. */
  withPerson?: boolean;
  /** What is chosen at first; later the field itself knows. */
  defaultValue: string | undefined;
  error?: string | undefined;
};

/** A choice among somebody's cards and accounts. Those that can't be used are shown with the reason. */
export function EndPicker(props: EndPickerProps) {
  const {
    choices,
    obstacleOf,
    withBalance = false,
    withPerson = false,
    defaultValue,
    ...field
  } = props;
  // A default that changed with each choice would give the select a new key, and so end the
  // choosing by keyboard.
  const [first] = useState(defaultValue);
  if (areFew(choices)) {
    const options = choices.map((choice) => toRadio(choice, obstacleOf(choice), withBalance));
    return (
      <RadioCards
        {...field}
        options={withPerson ? [...options, personRadio] : options}
        defaultValue={first}
      />
    );
  }
  const groups = toGroups(choices, obstacleOf);
  return (
    <SelectField
      {...field}
      hint="Sorted by the last four digits."
      placeholder="Choose a card or an account"
      options={withPerson ? [personOption, ...groups] : groups}
      defaultValue={first}
    />
  );
}

const personOption = { value: anotherPerson, label: 'Another person' };

const personRadio: RadioCardOption = {
  value: anotherPerson,
  title: personOption.label,
  icon: <PersonIcon />,
};

function toRadio(
  choice: EndChoice,
  obstacle: string | null,
  withBalance: boolean,
): RadioCardOption {
  const { balance } = choice;
  return {
    value: choice.value,
    title: choice.label,
    // The date on a card is of use only where there are many.
    detail: choice.kind === 'account' && (
      <>
        {choice.detail}
        {withBalance && balance && (
          <span className="block">
            <BalanceLine balance={balance} />
          </span>
        )}
      </>
    ),
    icon: <EndIcon choice={choice} />,
    disabled: obstacle !== null,
    reason: obstacle ?? undefined,
  };
}

const possible = { card: 'Cards', account: 'Accounts' } as const;

/** Those that can be chosen first; then the others, by the reason. */
function toGroups(choices: readonly EndChoice[], obstacleOf: (choice: EndChoice) => string | null) {
  const labels = new Map(
    choices.map((choice) => [choice, obstacleOf(choice) ?? possible[choice.kind]]),
  );
  const usable: readonly string[] = Object.values(possible);
  const groups = [...new Set([...usable, ...labels.values()])].map((label) => ({
    label,
    disabled: !usable.includes(label),
    options: choices
      .filter((choice) => labels.get(choice) === label)
      .toSorted((a, b) => a.digits.localeCompare(b.digits))
      .map(toOption),
  }));
  return groups.filter(({ options }) => options.length > 0);
}

/** The digits stand first: that is what typing looks for. */
function toOption({ value, digits, label, detail }: EndChoice) {
  const name = label.replace(` ending in ${digits}`, '');
  return { value, label: [`${digits} ${name}`, detail].filter(Boolean).join(', ') };
}
