import { astra } from './client';
import { addCard, authorizePerson } from './prepare';

/** Lists come in pages, newest first. Nothing is asked before a list is read. */
async function main(): Promise<void> {
  const { accessToken } = await authorizePerson();
  for (const number of ['4000056655665556', '4242424242424242', '4403930000003031']) {
    await addCard(accessToken, number);
  }
  const cards = astra.cards.list({ accessToken, pageSize: 2 });

  // Everything: the next page is asked for when it is needed, so leaving early costs nothing.
  for await (const card of cards) {
    if (card.last_four_digits === '4242') break;
  }

  // Page by page, for a "more" button: hand the cursor out, and take it back.
  const { items, nextCursor } = await cards.firstPage();
  console.log(items.length, 'cards, and', nextCursor === null ? 'no more' : 'more');
  if (nextCursor !== null) {
    const next = await cards.page(nextCursor);
    console.log(next.items.length, 'on the second page');
  }
}

await main();
