import { assumptions } from '@/lib/astra/contract';
import { SkipCase } from '../skip-case';
import { cardAndAccount } from './money';
import { makeId, once } from './stage';
import { until } from './until';

/**
 * The batch that pays for a payment in net mode. Only a webhook tells its id.
 *
 * @throws SkipCase where we do not hear of webhooks.
 */
export const someBatch = once(async (stage): Promise<string> => {
  const { readWebhook } = stage.target;
  if (!readWebhook) throw new SkipCase('only a webhook tells the id of a batch');
  const { accessToken, userId, cardId, accountId } = await cardAndAccount(stage);
  await makeId(stage, 'routines.accountToCard', {
    accessToken,
    json: {
      name: 'Conformance',
      amount: 20,
      settlement_mode: assumptions.settlementModes.net,
      source: { id: accountId },
      destination: { id: cardId, user_id: userId },
    },
  });
  return until(stage, 'a batch', () => readWebhook('batch_transfer_created'));
});
