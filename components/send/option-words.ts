import { automaticKinds, automaticWords } from '@/lib/payments/compose/automatic-kinds';

/** What this program, and Astra for this person, let people choose. */
export type SendSettings = {
  /** Whether people choose who is debited when an account pays a card. */
  choosesMode: boolean;
  /** Whether payments that move by themselves are offered. */
  automatic: boolean;
  /** The fastest speed that Astra allows, if it has limited it. */
  fastest: string | null;
  usualSpeed: string;
  /** The Pacific day. */
  today: string;
};

const speeds = [
  { value: 'T+1', title: 'The next business day' },
  { value: 'T+2', title: 'Two business days' },
  { value: 'T+4', title: 'Four business days' },
] as const;

/** How fast money can go between people's bank accounts, the fastest first. */
export function speedOptions(most: string | null) {
  const first = speeds.findIndex(({ value }) => value === most);
  return speeds.map((speed, index) => {
    const isTooFast = index < first;
    return isTooFast
      ? { ...speed, disabled: true, reason: 'Astra does not let you use this speed right now.' }
      : speed;
  });
}

export const repeatOptions = [
  { value: 'one-time', label: 'Once' },
  { value: 'weekly', label: 'Every week' },
  { value: 'bi-weekly', label: 'Every two weeks' },
  { value: 'monthly', label: 'Every month' },
] as const;

export const automaticOptions = automaticKinds.map((value) => ({
  value,
  label: automaticWords[value].label,
}));
