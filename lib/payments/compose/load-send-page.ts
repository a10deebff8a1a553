import 'server-only';
import { pacificDay } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { directionFault } from '@/lib/limits/direction-fault';
import { readLimits } from '@/lib/limits/read-limits';
import { isReceiveOnly } from '@/lib/limits/require-may-send';
import { usualSpeed } from '../arrival/estimate-arrival';
import { listEndChoices } from '../ends/list-end-choices';
import { findDraft } from './find-draft';
import { typedValues } from './typed-values';

/** What the form on which payments are composed needs to know of its person and of the program. */
export async function loadSendPage(userId: string, key: string) {
  const [limits, draft, now, connection] = await Promise.all([
    readLimits(userId),
    findDraft(userId, key),
    databaseTime(),
    db().astraConnection.findUnique({ where: { userId } }),
  ]);
  const mode = env().ACCOUNT_TO_CARD_MODE;
  const choices = await listEndChoices(userId, (direction) =>
    directionFault(direction, limits, mode === 'gross'),
  );
  return {
    limits,
    choices,
    isReceiveOnly: isReceiveOnly(connection),
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
