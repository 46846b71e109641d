import { userInfo } from 'node:os';

/** The number of this user; undefined on Windows, and for a user of whom the system has no record. */
export function userNumber(): number | undefined {
  try {
    const { uid } = userInfo();
    return uid < 0 ? undefined : uid;
  } catch {
    return undefined;
  }
}
