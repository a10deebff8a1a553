/** The two lists of movements of money, and where they are. */
export const activityLists = {
  sent: { href: '/transfers', label: 'Sent' },
  received: { href: '/transfers/received', label: 'Received' },
} as const;

export type ActivityListName = keyof typeof activityLists;
