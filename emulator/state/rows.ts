/** What the emulator remembers, one type per collection. Rows are replaced, never changed in place. */

/** Every status an object has had, oldest first. */
export type History = readonly { readonly status: string; readonly atMs: number }[];

export type IntentStatus =
  | 'pending'
  | 'approved'
  | 'retry'
  | 'document'
  | 'rejected'
  | 'suspended'
  | 'converted_to_user';

export type UserStatus = Exclude<IntentStatus, 'converted_to_user'>;

/** What a person told the partner. Birth date and SSN are judged on arrival and not kept. */
export type Profile = {
  readonly email: string;
  /** `+1` and ten digits. */
  readonly phone: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredFirstName: string | null;
  readonly preferredLastName: string | null;
  readonly preferredPronouns: string | null;
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly kycType: string;
  readonly metadata: Readonly<Record<string, string>> | null;
};

export type IntentRow = Profile & {
  readonly id: string;
  readonly status: IntentStatus;
  /** What the identity check will say once its time has come. */
  readonly outcome: UserStatus;
  readonly userId: string | null;
  readonly createdMs: number;
  readonly history: History;
};

export type UserRow = Profile & {
  readonly id: string;
  readonly status: UserStatus;
  /** A photo id has been handed in and is being looked at. */
  readonly documentUnderReview: boolean;
  /** The partner has exchanged a code for this person: onboarding is over. */
  readonly authorized: boolean;
  /** Set for a business, which people at Astra review. */
  readonly businessProfileId?: string | null;
  /** Too many changes: the lowest of everything. */
  readonly capabilitiesLowered?: boolean;
  readonly createdMs: number;
  readonly history: History;
};

/** Keyed by the code, 48 letters and digits. */
export type CodeRow = {
  readonly id: string;
  readonly clientId: string;
  readonly userId: string;
  readonly redirectUri: string;
  readonly expiresMs: number;
};

/** Keyed by the token itself. */
export type TokenRow = {
  readonly id: string;
  readonly clientId: string;
  readonly userId: string;
  readonly expiresMs: number;
};

export type CardStatus = 'approved' | 'flagged' | 'rejected' | 'removed';

/** A card without what could be abused: first six and last four digits stand for the number. */
export type CardRow = {
  readonly id: string;
  readonly userId: string;
  readonly status: CardStatus;
  readonly company: string;
  readonly type: string;
  readonly expirationDate: string;
  readonly firstSix: string;
  readonly lastFour: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly street1: string;
  readonly street2: string;
  readonly city: string;
  readonly state: string;
  readonly zipCode: string;
  readonly pullEnabled: boolean;
  readonly pushEnabled: boolean;
  readonly addedByUser: boolean;
  /** What its review will turn it into; null when nothing will change. */
  readonly reviewOutcome: CardStatus | null;
  /** Why a debit of this card fails; null when it succeeds. */
  /** See the test cards: absent on cards of an older state. */
  readonly settlesWhenTold?: boolean;
  readonly opensChargeback?: boolean;
  readonly debitFailure: string | null;
  /** By the small amounts on the statement; absent until somebody has tried. */
  readonly verification?: { readonly isVerified: boolean; readonly wrongTries: number };
  readonly createdMs: number;
  readonly history: History;
};
