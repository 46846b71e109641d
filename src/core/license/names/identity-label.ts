import type { Identity } from '../../model/license.ts';
import { spdxId } from './spdx.ts';

/** How a message names an identity: the license's id, the expression of ids, or the words as written. */
export function identityLabel(identity: Identity): string {
  switch (identity.is) {
    case 'known':
      return identity.license.id;
    case 'expression':
      return joined(identity, identityLabel, identity.op);
    case 'unclear':
    case 'unknown':
      return identity.raw;
  }
}

/** The SPDX expression of an identity; `NOASSERTION` where a part is unclear or unknown. */
export function spdxOf(identity: Identity): string {
  switch (identity.is) {
    case 'known':
      return identity.license.spdx;
    case 'expression': {
      const whole = joined(identity, spdxOf, identity.op.toUpperCase());
      // NOASSERTION is no part of an expression (SPDX 2.3, annex D).
      return whole.includes('NOASSERTION') ? 'NOASSERTION' : whole;
    }
    case 'unclear':
      return 'NOASSERTION';
    case 'unknown':
      return spdxId(identity.raw) ?? 'NOASSERTION';
  }
}

function joined(
  identity: Extract<Identity, { is: 'expression' }>,
  name: (part: Identity) => string,
  op: string,
): string {
  return identity.of
    .map((part) => {
      const text = name(part);
      const compound = part.is === 'expression' || (part.is === 'known' && / (?:AND|OR) /.test(text));
      return compound ? `(${text})` : text;
    })
    .join(` ${op} `);
}
