/** A bank whose customers can link their accounts. */
export type Institution = {
  readonly id: string;
  readonly name: string;
  readonly routingNumber: string;
};

/** What a person sees in the list of banks. None of them exists. */
export const institutions: readonly Institution[] = [
  { id: 'astra_ins_001', name: 'First Platypus Bank', routingNumber: '021000021' },
  { id: 'astra_ins_002', name: 'Tartan Credit Union', routingNumber: '011401533' },
  { id: 'astra_ins_003', name: 'Houndstooth Bank', routingNumber: '091000019' },
];

/** The partner's own, for accounts made by number. It stands in the dashboard's Client Details. */
export const clientInstitution: Institution = {
  id: 'astra_ins_100',
  name: 'Partner Bank',
  routingNumber: '222222226',
};
