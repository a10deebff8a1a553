import { nothing } from '../case';
import { example } from '../example';
import { paymentInstrumentIds } from '../stage/money';
import type { ResourceCases } from './resource-cases';

export const paymentInstruments: ResourceCases<'paymentInstruments'> = {
  examples: {
    list: example({
      arrange: nothing,
      request: () => ({}),
      client: (astra) => astra.paymentInstruments.list().firstPage(),
      fill: async (stage) => ({
        request: {},
        oldestFirst: (await paymentInstrumentIds(stage, 2)).reverse(),
      }),
    }),
    get: example({
      arrange: (stage) => paymentInstrumentIds(stage, 1),
      request: ([id = '']) => ({ params: { id } }),
      client: (astra, [id = '']) => astra.paymentInstruments.get(id),
    }),
  },
  rules: [],
};
