/**
 * How many pages of a list at Astra are read. Nobody has ten thousand cards; a list that never ends
 * must not hold a worker and fill its memory. It is an error, so it is logged and tried again.
 */
export const mostPages = 200;
