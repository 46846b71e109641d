/** What the lock of a repository is called. */
export const LOCK_FILE = 'licet.lock.json';
