import type { DeclaredLicense } from '../evaluate/facts/claims/declared-license.ts';
import { identityLabel, spdxOf } from '../license/names/identity-label.ts';
import type { Identity, License } from '../model/license.ts';
import type { Resolution } from '../model/lineage.ts';
import type { LicenseState, WorkLicense } from './disclosure.ts';

const NOTHING: WorkLicense = {
  state: 'unresolved',
  spdx: null,
  ids: [],
  label: null,
  name: null,
  raw: null,
  url: null,
  licensor: null,
  oneOf: [],
  openParts: [],
  source: null,
  asOf: null,
  confidence: null,
  revision: null,
  textSha256: null,
  reason: null,
  recorded: null,
  changed: [],
};

/** What is known of the license of a work that was looked up. */
export function licenseOf(resolution: Resolution): WorkLicense {
  if (resolution.is === 'failed')
    return {
      ...NOTHING,
      state: resolution.why === 'no-license' ? 'none-declared' : 'unresolved',
      reason: resolution.why,
    };
  const { license, raw, from, asOf, confidence, revision, textHash, recorded, changed = [] } = resolution;
  const isNone = raw === 'none' || raw === '';
  const plain = stateOf(license);
  const isGuess = from === 'name' || (plain === 'known' && confidence === 'possible');
  const state = isNone ? 'none-declared' : isGuess ? 'guessed' : plain;
  return {
    ...named(license, state),
    raw: isNone || from === 'name' ? null : raw,
    source: from,
    asOf: asOf === '' ? null : asOf,
    confidence,
    revision: revision ?? null,
    textSha256: textHash ?? null,
    recorded: recorded ? { reason: recorded.reason, reviewer: recorded.reviewer ?? null } : null,
    changed: changed.map((one) => ({ what: one.what, from: one.from, asOf: one.asOf })),
  };
}

/** What the repository declares of itself. */
export function licenseDeclared(declared: DeclaredLicense | undefined): WorkLicense {
  if (!declared) return { ...NOTHING, state: 'none-declared', source: 'repository' };
  return {
    ...named(declared.identity, stateOf(declared.identity)),
    raw: declared.raw,
    source: 'repository',
    confidence: declared.confidence,
  };
}

/** What a file's header says of its license; nothing where it says nothing. */
export function licenseInHeader(identity: Identity | undefined, raw: string | undefined): WorkLicense {
  if (!identity || raw === undefined) return { ...NOTHING, state: 'none-declared', source: 'repository' };
  return { ...named(identity, stateOf(identity)), raw, source: 'repository', confidence: 'certain' };
}

/** The terms under which a closed model is used; they are no license of a work. */
export function providerTerms(document: string | undefined, dated: string | undefined): WorkLicense {
  return { ...NOTHING, state: 'terms', name: document ?? null, asOf: dated ?? null };
}

/** What is not known of a data set that the snapshot does not hold. */
export const NOT_IN_SNAPSHOT: WorkLicense = { ...NOTHING, reason: 'offline' };

function stateOf(identity: Identity): LicenseState {
  switch (identity.is) {
    case 'known':
      return identity.license.spdx === 'NOASSERTION' ? 'unclear' : 'known';
    case 'unclear':
      return 'unclear';
    case 'unknown':
      return 'unknown-name';
    case 'expression': {
      const parts = identity.of.map(stateOf);
      return parts.find((one) => one === 'unknown-name') ?? parts.find((one) => one === 'unclear') ?? 'known';
    }
  }
}

/** The names of a license. Its SPDX id is told of a known one alone. */
function named(identity: Identity, state: LicenseState): WorkLicense {
  const license = identity.is === 'known' ? identity.license : undefined;
  return {
    ...NOTHING,
    state,
    spdx: state === 'known' ? spdxOf(identity) : null,
    ids: state === 'known' && license ? idsOf(license) : [],
    label: state === 'none-declared' ? null : identityLabel(identity),
    name: state === 'none-declared' ? null : (license?.name ?? null),
    url: license?.url ?? null,
    licensor: license?.licensor ?? null,
    oneOf: identity.is === 'unclear' ? identity.oneOf.map(({ id }) => id) : [],
    openParts: state === 'none-declared' ? [] : openPartsOf(identity),
  };
}

/** What of an expression is not known; nothing of a single name, which is told as a whole. */
function openPartsOf(identity: Identity): string[] {
  if (identity.is !== 'expression') return [];
  const open = identity.of.flatMap((part) =>
    part.is === 'expression' ? openPartsOf(part) : stateOf(part) === 'known' ? [] : [identityLabel(part)],
  );
  return [...new Set(open)];
}

function idsOf(license: License): string[] {
  const scancode =
    'scancode' in license && typeof license.scancode === 'string'
      ? [`LicenseRef-scancode-${license.scancode}`]
      : [];
  return [...new Set([license.id, ...license.hub, license.spdx, ...scancode])];
}
