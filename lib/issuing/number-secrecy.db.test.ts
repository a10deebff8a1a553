import pino from 'pino';
import { expect, test, vi } from 'vitest';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { everyText } from '@/testing/every-text';
import { cardsAtAstra, issuedCardOf } from '@/testing/rows/issued-cards';
import { addIssuedCard } from './add-issued-card';
import { ledgerCards } from './stand-in/ledger';

const lines = vi.hoisted((): string[] => []);
// All lines, without the net that takes secrets out of them.
vi.mock('@/lib/log/logger', () => {
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  return { log: () => logger };
});

const emulator = await useEmulator();

test('the number of an issued card is in no row and no log, however adding it ends', async () => {
  const person = await createAstraPerson(emulator);
  const [first, second] = ledgerCards(person.user.id);
  const add = (cardId = '') => addIssuedCard({ userId: person.user.id, cardId });
  const echo = { code: 400, name: 'Bad Request', description: `No: ${first?.number}` };
  const faults = [
    { kind: 'answer', status: 400, body: echo, workIsDone: false },
    { kind: 'answer', status: 500, body: echo, workIsDone: true },
  ] as const;
  for (const fault of faults) {
    emulator.secureProxy.arm('POST', '/v1/cards', fault);
    await add(first?.id).catch((error: unknown) => lines.push(String(error)));
  }
  await add(second?.id);
  expect(await cardsAtAstra(person.user.id)).toHaveLength(2);
  expect((await issuedCardOf(person.user.id, 'active')).lastFour).toBe(first?.number.slice(-4));

  const kept = `${lines.join('\n')}\n${await everyText()}`;
  expect(kept).toContain('an issued card was refused');
  expect(kept).toContain('it is not known yet');
  for (const { number, securityCode } of [first, second].flatMap((card) => card ?? [])) {
    expect(kept).not.toContain(number);
    expect(kept).not.toContain(number.slice(0, 12));
    expect(kept).not.toContain(`"${securityCode}"`);
  }
  expect(lines.join('\n')).not.toContain(person.bearer.replace('Bearer ', ''));
});
