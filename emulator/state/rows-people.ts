/** Keyed by the token. Works once, and for a minute. */
export type SessionTokenRow = {
  readonly id: string;
  readonly clientId: string;
  readonly intentId: string | null;
  readonly userId: string | null;
  readonly businessProfileId: string | null;
  readonly expiresMs: number;
};

/** A wish for another phone number. */
export type PhoneChangeRow = {
  readonly id: string;
  readonly userId: string;
  /** Both `+1` and ten digits. */
  readonly currentPhone: string;
  readonly proposedPhone: string;
  readonly status: 'pending' | 'approved' | 'rejected';
  readonly createdMs: number;
  readonly updatedMs: number;
};

/** A change of an address or e-mail that counts towards its limit. */
export type ProfileChangeRow = {
  readonly id: string;
  readonly userId: string;
  readonly kind: 'address' | 'email';
  readonly createdMs: number;
};

export type BusinessProfileRow = {
  readonly id: string;
  /** `+1` and ten digits. */
  readonly phone: string;
  /** What was posted, whole: it comes back as it is, and fills in the hosted form. */
  readonly posted: Readonly<Record<string, unknown>>;
  readonly businessName: string;
  readonly kybType: string;
  readonly userId: string | null;
  readonly createdMs: number;
};

/** A place for a document's bytes, which are counted and not kept. */
export type UploadRow = {
  readonly id: string;
  readonly userId: string;
  readonly filename: string;
  /** Null until they came. */
  readonly bytes: number | null;
  readonly createdMs: number;
};
