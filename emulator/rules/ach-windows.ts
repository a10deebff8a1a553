import { dayIn, momentIn } from '../clock/zones';
import { addBankingDays, bankingDayFrom } from './banking-days';

/** How fast the ACH network is asked to be; real-time payments use other networks. */
export type AchSpeed = 'T+0' | 'T+1' | 'T+2' | 'T+4';

/** When something sent by ACH leaves and arrives. */
export type AchTimes = {
  /** Until when it can be stopped: the API's cut-off of the window that it leaves in. */
  readonly cutOffMs: number;
  readonly settlesMs: number;
};

/** Eastern time. A payment must be in before `cutOff`. */
const sameDayWindows = [
  { cutOff: '09:45', settles: '13:00' },
  { cutOff: '13:45', settles: '17:00' },
  { cutOff: '15:45', settles: '18:00' },
] as const;

/** Later speeds leave in the same windows and in one more in the evening. */
const laterCutOffs = ['09:45', '13:45', '15:45', '18:45'] as const;

/** When banks have what came in overnight, and when they send back what they will not keep. */
export function bankMorning(day: string): number {
  return eastern(day, '08:30');
}

const bankingDays = { 'T+1': 1, 'T+2': 2, 'T+4': 4 } as const;

/**
 * The window that a payment handed in at `atMs` leaves in, and when it arrives.
 *
 * After the last window of a same-day payment it waits for the next banking day's first, so that
 * `T+1` handed in before 6:45 pm is there earlier.
 */
export function achTimes(speed: AchSpeed, atMs: number): AchTimes {
  const today = dayIn('America/New_York', atMs);
  const first = bankingDayFrom(today);
  return windowOn(speed, first, atMs) ?? windowAfter(speed, addBankingDays(first, 1), atMs);
}

function windowAfter(speed: AchSpeed, day: string, atMs: number): AchTimes {
  const found = windowOn(speed, day, atMs);
  if (found === undefined) throw new Error(`No ${speed} window on ${day}.`);
  return found;
}

function windowOn(speed: AchSpeed, day: string, atMs: number): AchTimes | undefined {
  if (speed === 'T+0') {
    const open = sameDayWindows.find(({ cutOff }) => atMs < eastern(day, cutOff));
    if (open === undefined) return undefined;
    return { cutOffMs: eastern(day, open.cutOff), settlesMs: eastern(day, open.settles) };
  }
  const cutOff = laterCutOffs.find((time) => atMs < eastern(day, time));
  if (cutOff === undefined) return undefined;
  const arrival = addBankingDays(day, bankingDays[speed]);
  return { cutOffMs: eastern(day, cutOff), settlesMs: bankMorning(arrival) };
}

function eastern(day: string, time: string): number {
  return momentIn('America/New_York', day, time);
}
