/** The migration that this version of the app was written for. `npm run migration:new` writes it here. */
export const newestMigration = '20261121205443_undecided_cards';
