import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 free what nobody holds once there is as much again: by its own measure a server lets several times
 * of what it holds lie about, for the hours that an editor stays open.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
