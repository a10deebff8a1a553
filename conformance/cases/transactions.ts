import { rule } from '../case';
import { example } from '../example';
import { refusesField } from '../expectation';
import { pacificDayIn } from '../stage/money';
import { person } from '../stage/people';
import type { ResourceCases } from './resource-cases';

const lastMonth = () => ({ date_start: pacificDayIn(-30), date_end: pacificDayIn(0) });

export const transactions: ResourceCases<'transactions'> = {
  examples: {
    list: example({
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, query: lastMonth() }),
      client: (astra, { accessToken }) =>
        astra.transactions.list({ accessToken, ...lastMonth() }).firstPage(),
    }),
  },
  rules: [
    rule({
      operation: 'transactions.list',
      name: 'refuses a day in another order',
      arrange: person,
      request: ({ accessToken }) => ({
        accessToken,
        query: { ...lastMonth(), date_start: '02/03/2026' },
      }),
      expect: refusesField('date_start'),
    }),
  ],
};
