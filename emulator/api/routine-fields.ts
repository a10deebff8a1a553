import { fieldsOfType, type RoutineType } from '../contract';
import { startDateFault } from '../rules/routine-rules';
import type { RoutineRow } from '../state/rows-money';
import type { World } from '../world';
import { type FieldErrors, invalidFields } from './validate';

/** Every field that belongs to some kinds of routines only. */
const allTypeFields = new Set<string>(Object.values(fieldsOfType).flat());

/** The fields that drive a routine of this type, of those in the body. */
export function typeFieldsOf(type: string, body: object): RoutineRow['typeFields'] {
  const picked: Record<string, string | number> = {};
  for (const name of namesOf(type)) {
    const value: unknown = Reflect.get(body, name);
    if (typeof value === 'string' || typeof value === 'number') picked[name] = value;
  }
  return picked;
}

/** The fields in a body that belong to another kind of routine. */
export function foreignFieldErrors(type: string, body: object): FieldErrors {
  const errors: FieldErrors = {};
  for (const name of Object.keys(body)) {
    if (!allTypeFields.has(name) || namesOf(type).includes(name)) continue;
    errors[name] = [`Not for a ${type} routine.`];
  }
  return errors;
}

function namesOf(type: string): readonly string[] {
  return Object.hasOwn(fieldsOfType, type) ? fieldsOfType[toRoutineType(type)] : [];
}

function toRoutineType(type: string): RoutineType {
  const known = Object.keys(fieldsOfType).find((name): name is RoutineType => name === type);
  if (known === undefined) throw new Error(`${type} is no type of routine.`);
  return known;
}

/** Real-time and same-day payments leave from a settlement account of the partner's. */
export function speedFault(world: World, speed: string | null, sourceId: string): string | null {
  const needsInstrument = speed === 'real-time' || speed === 'T+0';
  if (!needsInstrument || world.store.instruments.get(sourceId) !== undefined) return null;
  return `For ${speed} the source must be a payment instrument.`;
}

/** @throws Problem 400 for a day on which a routine may not start */
export function requireStartDate(day: string | undefined, today: string, isDebit: boolean): void {
  const fault = day === undefined ? null : startDateFault(day, today, isDebit);
  if (fault !== null) throw invalidFields({ start_date: [fault] });
}
