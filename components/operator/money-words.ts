/** Said above the list of daily debits, and while it loads. */
export const debitsLead =
  'What Astra takes from the program’s bank account, once a business day, for the payments that its reserve has made.';
