import { useState } from 'react';
import type { CardChoice } from '@/lib/cards/list-card-choices';
import { cardBrandName, PaymentCard } from '../payment-card';
import { type RadioCardOption, RadioCards } from '../ui/radio-cards';
import { SelectField } from '../ui/select-field';
import { areFew, type CardUse, obstacleOf } from './ends';

type CardPickerProps = {
  name: string;
  label: string;
  use: CardUse;
  cards: readonly CardChoice[];
  /** Where the money comes from already. */
  source?: string | undefined;
  /** What is chosen at first; later the field itself knows. */
  defaultValue: string | undefined;
  error?: string | undefined;
};

/** A choice among somebody's cards. Those that can't be used are shown with the reason. */
export function CardPicker({ use, cards, source, defaultValue, ...field }: CardPickerProps) {
  // A default that changed with each choice would give the select a new key, and so end the
  // choosing by keyboard.
  const [first] = useState(defaultValue);
  if (areFew(cards)) {
    const options = cards.map((card) => toRadio(card, obstacleOf(card, use, source)));
    return <RadioCards {...field} options={options} defaultValue={first} />;
  }
  return (
    <SelectField
      {...field}
      hint="Sorted by the last four digits."
      placeholder="Choose a card"
      options={toGroups(cards, use, source)}
      defaultValue={first}
    />
  );
}

function toRadio(card: CardChoice, obstacle: string | null): RadioCardOption {
  return {
    value: card.id,
    title: `${cardBrandName(card.brand)} ending in ${card.lastFour}`,
    icon: <PaymentCard brand={card.brand} lastFour={card.lastFour} size="sm" />,
    disabled: obstacle !== null,
    reason: obstacle ?? undefined,
  };
}

/** Those that can be chosen first; then the others, by the reason. */
function toGroups(cards: readonly CardChoice[], use: CardUse, source: string | undefined) {
  const groups = new Map<string, CardChoice[]>([[usable[use], []]]);
  const sorted = [...cards].sort((a, b) => a.lastFour.localeCompare(b.lastFour));
  for (const card of sorted) {
    const label = obstacleOf(card, use, source) ?? usable[use];
    const members = groups.get(label);
    if (members) members.push(card);
    else groups.set(label, [card]);
  }
  return [...groups].map(([label, members]) => ({
    label,
    disabled: label !== usable[use],
    // The digits stand first: that is what typing looks for.
    options: members.map(({ id, lastFour, brand, expires }) => ({
      value: id,
      label: `${lastFour} ${cardBrandName(brand)}${expires ? `, expires ${expires}` : ''}`,
    })),
  }));
}

const usable = { send: 'Can send money', receive: 'Can receive money' } as const;
