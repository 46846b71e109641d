/**
 * Whether a text has no letter beyond ASCII: then no expression over all of Unicode need be compiled for it.
 */
export function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}
