/** What a person came to do for whom the partner made an address of the hosted pages. */
export type PageKind =
  | 'authorize'
  | 'link_card'
  | 'link_account'
  | 'cards'
  | 'verify_card'
  | 'verify_personal'
  | 'verify_document'
  | 'verify_business';

/** Or somebody came to pay on a link. */
export type FlowKind = PageKind | 'pay';

/** A person's way through the hosted pages. Its unguessable id stands in for a cookie. */
export type FlowRow = {
  readonly id: string;
  readonly kind: FlowKind;
  readonly step: FlowStep;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly intentId: string | null;
  readonly userId: string | null;
  /** The user that the person has proven to be, by the code. */
  readonly personId: string | null;
  /** Ten digits, as in the link. */
  readonly phone: string | null;
  readonly phoneReadOnly: boolean;
  readonly bypassConnect: boolean;
  readonly debitDirect: boolean;
  readonly sms: SentCode | null;
  /** A refused form, to be shown again. */
  readonly draft: Draft | null;
  /** Where the last step leads; asking again leads to the same place. */
  readonly location: string | null;
  readonly createdMs: number;
  // What follows is absent on flows that do not need it.
  /** As in the link: fills in the profile form. */
  readonly email?: string;
  readonly isBusiness?: boolean;
  readonly businessProfileId?: string;
  readonly accountId?: string;
  readonly cardId?: string;
  /** The payment link that is paid. */
  readonly linkId?: string;
  /** `+1` and ten digits, proven by a session token or by the code. */
  readonly provenPhone?: string;
  /** The partner vouched for the person by a session token, so no code was sent. */
  readonly isVouchedFor?: boolean;
  /** The person has read that people review a business, and does not wait for it. */
  readonly goesOnPending?: boolean;
  /** The bank that the person chose, and the test login that opened it. */
  readonly bank?: { readonly institutionId: string; readonly username: string | null };
  /** Set when the pages are in the frame of `sdk.js`: the origin that is told the end. */
  readonly sdkOrigin?: string;
  /** What that origin is told. */
  readonly answer?: Readonly<Record<string, string>>;
};

/** What is wrong with a form, by field, and what was typed into it, secrets left out. */
export type Draft = {
  readonly step: FlowStep;
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
};

export type SentCode = {
  /** `+1` and ten digits. */
  readonly phone: string;
  readonly code: string;
  readonly expiresMs: number;
  readonly wrongTries: number;
};

export type FlowStep =
  | 'terms'
  | 'phone'
  | 'code'
  | 'profile'
  | 'business'
  | 'unknown'
  | 'stranger'
  | 'nothing_due'
  | 'review'
  | 'business_review'
  | 'retry'
  | 'document'
  | 'refused'
  | 'connect'
  | 'card'
  | 'pay'
  | 'paid'
  | 'cards'
  | 'remove_card'
  | 'verify_card'
  | 'banks'
  | 'bank_login'
  | 'bank_accounts'
  | 'done';
