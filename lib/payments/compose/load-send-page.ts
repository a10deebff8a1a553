import 'server-only';
import { pacificDay } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { env } from '@/lib/env';
import { directionFault } from '@/lib/limits/direction-fault';
import { mayOnlyReceive } from '@/lib/limits/may-only-receive';
import { readLimits } from '@/lib/limits/read-limits';
import { usualSpeed } from '../arrival/estimate-arrival';
import { listEndChoices } from '../ends/list-end-choices';
import { findDraft } from './find-draft';
import { typedValues } from './typed-values';

/** What the form on which payments are composed needs to know of its person and of the program. */
export async function loadSendPage(userId: string, key: string) {
  const [limits, draft, now, isReceiveOnly] = await Promise.all([
    readLimits(userId),
    findDraft(userId, key),
    databaseTime(),
    mayOnlyReceive(userId),
  ]);
  const mode = env().ACCOUNT_TO_CARD_MODE;
  const choices = await listEndChoices(userId, (direction) =>
    directionFault(direction, limits, mode === 'gross'),
  );
  return {
    limits,
    choices,
    isReceiveOnly,
    typed: draft ? await typedValues(userId, draft.order) : {},
    settings: {
      choosesMode: mode === 'both',
      automatic: env().AUTOMATIC_ROUTINES === 'on',
      fastest: limits.maxSettlementSpeed,
      usualSpeed,
      today: pacificDay(now),
    },
  };
}
