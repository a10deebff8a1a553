// Loaded into a worker that is measured (`node --import`): Astra answers at once, with the transfer that
// is asked for, so that what is timed is our own work.
globalThis.fetch = async (input) => {
  const now = new Date().toISOString();
  const transfer = {
    id: new URL(input instanceof Request ? input.url : input).pathname.split('/').at(-1),
    status: 'processed',
    routine_id: null,
    routine_name: 'Rent',
    routine_type: 'one-time',
    payment_type: 'debit',
    source_id: 'source',
    destination_id: 'destination',
    amount: 123.45,
    initiated: now,
    updated: now,
  };
  return Response.json(transfer);
};
