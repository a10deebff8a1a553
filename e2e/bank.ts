import { randomInt } from 'node:crypto';
import { expect, type Page } from 'playwright/test';
import { type AstraPage, Person, press } from './person';

/** Somebody who is connected to Astra, without any card, on the list of bank accounts. */
export async function connectWithoutCards(page: Page): Promise<Person> {
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  await press(await person.enterAstra(), 'Skip');
  await expect(page.getByText('No cards yet')).toBeVisible();
  await page.getByRole('link', { name: 'Banks', exact: true }).click();
  await expect(page.getByText('No bank accounts yet')).toBeVisible();
  return person;
}

/** Signs in to a bank of the sandbox. */
export async function signInToBank(astra: AstraPage, username: string): Promise<void> {
  await astra.getByLabel('Username').fill(username);
  await astra.getByLabel('Password').fill('pass_good');
  await press(astra, 'Sign in');
}

/** From the list of bank accounts, links accounts at a bank by what they are called there. */
export async function linkAccounts(page: Page, person: Person, username: string, names: string[]) {
  await page.getByRole('link', { name: 'Link a bank account' }).first().click();
  const astra = await person.enterAstra();
  await press(astra, 'First Platypus Bank');
  await signInToBank(astra, username);
  for (const name of names) await astra.getByLabel(name).check();
  await press(astra, 'Link accounts');
  await expect(page.getByRole('heading', { name: 'Bank accounts', level: 1 })).toBeVisible();
  for (const name of names)
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
}

/** Adds an account by its numbers, which cards can pay into. */
export async function addAccountByNumbers(page: Page, name: string): Promise<void> {
  const number = String(randomInt(10 ** 9, 10 ** 10));
  await page.goto('/accounts/add/by-number');
  await page.getByLabel('Routing number').pressSequentially('021000021');
  await page.getByLabel('Account number', { exact: true }).fill(number);
  await page.getByLabel('Account number again').fill(number);
  await page.getByLabel('What do you call it?').fill(name);
  await page.getByRole('button', { name: 'Add this account' }).click();
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
}
