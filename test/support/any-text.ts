import fc from 'fast-check';

/** Text of any characters; `unit: 'binary'` first makes a table of a million, which takes over a second. */
export const anyText = (limits: fc.ArrayConstraints = {}): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10_ffff })), limits)
    .map((codes) => String.fromCodePoint(...codes));
