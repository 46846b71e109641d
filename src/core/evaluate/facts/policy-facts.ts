import type { Policy } from '../../config/config.ts';
import { deniedLicenses, deniedUses, type DeniedLicense, type DeniedUse } from '../policy/policy.ts';
import { computedOnce } from './computed-once.ts';
import type { LicenseFacts } from './license-facts.ts';
import type { Material } from './material.ts';
import type { UpstreamFacts } from './upstream-facts.ts';

/** The policy of the config, and what in this repository is against it. */
export interface PolicyFacts {
  /** Allowed and denied licenses and the intended use, as the config says them; empty without a policy. */
  readonly config: Policy;
  /** Licenses, the repository's own and those of upstreams, that the policy does not allow. */
  readonly deniedLicenses: readonly DeniedLicense[];
  /** Limits that stand against the intended use. */
  readonly deniedUses: readonly DeniedUse[];
}

/** Holds the license and what the upstreams ask against the policy. */
export function policyFacts(
  { policy, ancestors, catalogue }: Material,
  license: LicenseFacts,
  { obligationsOf, limitsOf }: UpstreamFacts,
): PolicyFacts {
  const given = () => ({
    policy,
    license: license.effective,
    ancestors,
    obligationsOf,
    limitsOf,
    catalogue,
  });
  return computedOnce<PolicyFacts>({
    config: () => policy,
    deniedLicenses: () => deniedLicenses(given()),
    deniedUses: () => deniedUses(given()),
  });
}
