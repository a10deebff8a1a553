/** The product's name and words. A fork changes them here and its mark in `ui/logo.tsx`. */
export const brand = {
  name: 'Larkspur',
  tagline: 'Move money between your cards, your bank and your people.',
  supportEmail: 'help@larkspur.example',
} as const;
