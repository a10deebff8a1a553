import type { operations } from '../contract';
import type { Endpoint } from './endpoint';
import { printUser } from './wire';

/** `GET /v1/user`: whose token this is. */
export const getUser: Endpoint<typeof operations.users.get> = ({ user }) => printUser(user);
