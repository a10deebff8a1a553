/** Why a bank sent a payment back, and what helps, for people who do not know banks' codes. */
export type ReturnReason = { happened: string; whatToDo: string };

const askTheBank = 'Ask that bank, then send it again.';
const checkTheNumbers = 'Link the account again, with the numbers that its bank shows.';
const useAnother = 'Use another account.';
const talkFirst = 'Do not send it again before this is cleared up with the owner of the account.';

const reason = (happened: string, whatToDo: string): ReturnReason => ({ happened, whatToDo });

/**
 * The codes of ACH returns that people meet. Astra's documentation lists none; these are the
 * network's own (Nacha Operating Rules, "Return Entries"), in our words.
 */
const reasons: Readonly<Record<string, ReturnReason>> = {
  R01: reason('There was not enough money in the account.', 'Top it up, then send it again.'),
  R02: reason('The account is closed.', useAnother),
  R03: reason('The bank found no account with this number and name.', checkTheNumbers),
  R04: reason('The account number is not one of that bank’s.', checkTheNumbers),
  R05: reason('The bank says that a business account was debited like a person’s.', talkFirst),
  R06: reason('The sending bank asked for the money back.', 'Ask us what happened.'),
  R07: reason('The owner of the account took the permission for such payments back.', talkFirst),
  R08: reason('The owner of the account had the bank stop this payment.', talkFirst),
  R09: reason(
    'The money in the account had not cleared yet.',
    'Wait until it has, then send it again.',
  ),
  R10: reason('The owner of the account says that this payment was not allowed.', talkFirst),
  R11: reason('The owner says that the payment differs from what was agreed.', talkFirst),
  R12: reason('The branch that held the account was sold to another bank.', checkTheNumbers),
  R13: reason('There is no bank with this routing number.', checkTheNumbers),
  R14: reason('The person who acts for the owner of the account has died.', talkFirst),
  R15: reason('The owner of the account has died.', talkFirst),
  R16: reason('The bank has frozen the account.', 'Ask that bank, or use another account.'),
  R17: reason('The bank could not read the payment, or doubts it.', askTheBank),
  R20: reason(
    'The account cannot be used for payments, such as some savings accounts.',
    useAnother,
  ),
  R21: reason('The bank did not accept who the payment came from.', 'Ask us what happened.'),
  R22: reason('The bank did not accept who the payment was for.', checkTheNumbers),
  R23: reason('The receiver refused the money.', 'Ask the receiver why.'),
  R24: reason('The bank took it for a second copy of the same payment.', 'Ask us what happened.'),
  R29: reason('The business that owns the account says that this was not allowed.', talkFirst),
  R31: reason('The bank and we agreed to send it back.', 'Ask us what happened.'),
};

/** What a bank's return code means, or null for anything else: `R01`, and `R01 - some words`. */
export function returnReason(
  failureReason: string | null,
): (ReturnReason & { code: string }) | null {
  const [code] = /^R\d{2}\b/.exec(failureReason ?? '') ?? [];
  const known = code === undefined || !Object.hasOwn(reasons, code) ? undefined : reasons[code];
  return code && known ? { code, ...known } : null;
}
