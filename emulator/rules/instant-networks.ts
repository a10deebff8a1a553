/** What carries a payment within seconds. Which banks take part is not published: our own table. */
export type InstantNetworks = { readonly rtp: boolean; readonly fednow: boolean };

/** Banks that steer what happens, by routing number; every other one takes both. */
export const testBanks = [
  { routingNumber: '021000021', rtp: true, fednow: false, behaviour: 'Takes RTP only.' },
  { routingNumber: '011401533', rtp: false, fednow: true, behaviour: 'Takes FedNow only.' },
  {
    routingNumber: '091000019',
    rtp: false,
    fednow: false,
    behaviour: 'Takes no instant payment: they fall back to same-day ACH, or fail.',
  },
] as const;

/** By which instant networks a bank can be paid. */
export function instantNetworks(routingNumber: string): InstantNetworks {
  const bank = testBanks.find((row) => row.routingNumber === routingNumber);
  return bank === undefined ? { rtp: true, fednow: true } : { rtp: bank.rtp, fednow: bank.fednow };
}
