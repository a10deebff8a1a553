import type { WebhookHealth } from './webhook-health';

/** None for so long is odd where they usually come: the days of most programs have no such gap. */
export const silentHours = 6;
/** They usually come: one an hour, or more, on average of a week. */
export const usualInWeek = 7 * 24;
/** How late a webhook may be. Astra repeats one that was not taken within seconds, then minutes. */
export const toldWithinMinutes = 15;

/** What is said of it on the page, so that a warning can be understood. */
export const silenceRule = `A warning appears when a change of the last 24 hours was found at Astra and no webhook told of it within ${toldWithinMinutes} minutes, or when none came for ${silentHours} hours although, in the week before, one came every hour on average.`;

type Figures = Pick<WebhookHealth, 'untold' | 'isSilent' | 'isUsual'>;

/** Why the silence of Astra's webhooks is suspicious, in a sentence; null while it is not. */
export function findSilence({ untold, isSilent, isUsual }: Figures): string | null {
  if (untold > 0) {
    return untold === 1
      ? 'In the last 24 hours, one change was found at Astra that no webhook told of.'
      : `In the last 24 hours, ${untold} changes were found at Astra that no webhook told of.`;
  }
  if (isSilent && isUsual) {
    return `No webhook came for ${silentHours} hours, although they usually come every hour.`;
  }
  return null;
}
