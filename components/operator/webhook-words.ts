/** What stands under the heading of the operator's page about webhooks. */
export const webhooksLead =
  'What Astra told this app about people and their money, and what it should have told.';

const resources: Readonly<Record<string, string>> = {
  user_intent: 'Identity check',
  user: 'Person',
  card: 'Card',
  routine: 'Routine',
  transfer: 'Transfer',
  batch: 'Daily debit',
};

/** What something at Astra is called here. */
export function resourceWord(resource: string): string {
  return resources[resource] ?? resource;
}
