import type { ClaimOf } from '../../src/core/model/claim.ts';
import type { Finding, Obligation } from '../../src/core/model/finding.ts';
import type { License, Term } from '../../src/core/model/license.ts';
import type { Ancestor, Step } from '../../src/core/model/lineage.ts';
import type { Source } from '../../src/core/model/source.ts';
import type { Report, Run } from '../../src/core/report/report.ts';

export const CARD = '---\nlicense: apache-2.0\nbase_model: maker/Base-8B\n---\n# Tuned\n';

const TERM: Term = {
  kind: 'phrase',
  texts: ['Built with Base'],
  section: '1.b.i',
  summary: 'whoever distributes the model shows this phrase',
  appliesTo: ['derivative'],
  mayApplyTo: [],
};

export const LICENSE: License = {
  id: 'base1',
  name: 'Base Community License',
  spdx: 'LicenseRef-Base',
  matter: 'model',
  hub: ['base1'],
  owners: [],
  url: 'https://example.org/base/LICENSE',
  checked: '2026-01-01',
  source: 'https://example.org/base/LICENSE',
  verified: true,
  duties: [],
  limits: [],
  relicensing: [],
  notes: [],
};

export function text(file: string, content: string): Source {
  return { kind: 'text', file, text: content, bom: false };
}

/** An upstream at the end of a way; found under our license unless it failed. */
export function ancestor(path: readonly [Step, ...Step[]], failed?: 'offline'): Ancestor {
  const model = path[path.length - 1]?.to ?? '';
  const claim: ClaimOf<'upstream'> = {
    kind: 'upstream',
    model,
    raw: model,
    hub: true,
    relation: 'finetune',
    place: { file: 'README.md', start: 36, end: 49 },
    confidence: 'certain',
    via: 'front-matter',
  };
  return {
    model,
    hub: true,
    path,
    claims: [claim],
    reach: ['derivative'],
    mayReach: ['derivative'],
    confidence: 'certain',
    resolution: failed
      ? { is: 'failed', why: failed }
      : {
          is: 'found',
          license: { is: 'known', license: LICENSE },
          raw: 'base1',
          bases: [],
          from: 'snapshot',
          asOf: '2026-08',
          confidence: 'certain',
        },
  };
}

export const BASE = ancestor([{ to: 'maker/Base-8B', relation: 'finetune' }]);

export function owed(open = false, term: Term = TERM): Obligation {
  return { term, license: LICENSE, ancestor: BASE, open };
}

/** A finding on the license line of `CARD`, changed as a test needs it. */
export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'incompatible-license',
    severity: 'error',
    confidence: 'certain',
    message: 'License "apache-2.0" lacks the use policy of base1',
    at: { file: 'README.md', start: 13, end: 23 },
    fingerprint: '0123456789abcdef',
    ...changes,
  };
}

export function report(findings: readonly Finding[], changes: Partial<Report> = {}): Report {
  return {
    root: '',
    name: 'me/tuned',
    sources: [text('README.md', CARD)],
    findings,
    declared: { raw: 'apache-2.0', identity: { is: 'unknown', raw: 'apache-2.0' } },
    ancestors: [BASE],
    ...changes,
  };
}

export function run(reports: readonly Report[], changes: Partial<Run> = {}): Run {
  return {
    version: '1.2.3',
    data: '2026-11-24',
    reports,
    rules: [
      {
        name: 'incompatible-license',
        summary: 'Keep the restrictions of an upstream license when relicensing',
        severity: 'error',
      },
      {
        name: 'missing-phrase',
        summary: 'Show the phrase that an upstream license requires',
        severity: 'warning',
      },
    ],
    ...changes,
  };
}

export const DRESS = { color: false, width: 100 };

/**
 * What a hostile repository may try in any text of its own: markup, entities, commands, directions, half
 * characters.
 */
export const HOSTILE =
  '<script>alert(1)</script>"\'&amp; ::error::x %0A | `a` [x](https://evil.example) {0} @team ' +
  '\u001b[31m\u0007\u202egnp.\u2028\ud800\u0000\ufffe ]]> 한국어 모델\t끝';

/** A repository of which all that was found is turned off, in each way, and that rests on a recorded fact. */
export function waived(): Report {
  const { resolution } = BASE;
  if (resolution.is !== 'found') throw new Error('The base is known');
  const reason = `agreed ${HOSTILE}`;
  return report([], {
    root: 'waived',
    name: 'me/waived',
    ancestors: [
      { ...BASE, resolution: { ...resolution, from: 'config', recorded: { reason, reviewer: HOSTILE } } },
    ],
    suppressed: [
      {
        finding: finding(),
        suppression: {
          by: 'comment',
          reason,
          until: '2027-01-31',
          at: { file: 'README.md', start: 4, end: 12 },
        },
      },
      {
        finding: finding({ rule: 'missing-phrase', severity: 'warning', message: `No "${HOSTILE}"` }),
        suppression: {
          by: 'config',
          reason: HOSTILE,
          reviewer: 'jo',
          date: '2026-11-01',
          file: 'licet.config.yaml',
        },
      },
      {
        finding: finding({ severity: 'info', at: { file: 'weights.gguf', key: 'general.license' } }),
        suppression: { by: 'baseline', file: 'licet-baseline.json', date: '2026-11-02' },
      },
    ],
  });
}

/**
 * A run with everything in it: several repositories, a header key, a clean one, hostile text in every place.
 */
export function everything(): Run {
  const phrase = finding({
    rule: 'missing-phrase',
    severity: 'warning',
    confidence: 'likely',
    message: 'Missing phrase "Built with Base"',
    at: { file: 'README.md', start: 36, end: 49 },
    obligation: owed(true),
    alsoObligations: [owed()],
    fix: {
      title: 'Add `Built with Base` to the end of the card',
      safe: true,
      edits: [{ file: 'README.md', start: 62, end: 62, text: '\nBuilt with Base\n' }],
    },
    fingerprint: 'fedcba9876543210',
  });
  const dropped = finding({
    obligation: owed(),
    fix: { title: 'Declare `license: base1`', safe: false, edits: [] },
  });
  const header = finding({
    rule: 'conflicting-license-claims',
    severity: 'info',
    confidence: 'possible',
    message: 'The header says "mit"',
    at: { file: 'weights.gguf', key: 'general.license' },
    why: { title: 'Model card metadata', clauses: [{ section: 'license', summary: 'one value' }] },
  });
  const hostile = finding({
    message: `Value "${HOSTILE}" is odd`,
    at: { file: `${HOSTILE}/a b:c,d%.md`, start: 0, end: 0 },
    fix: {
      title: `Replace ${HOSTILE}`,
      safe: false,
      edits: [{ file: 'NOTICE', start: 0, end: 0, text: HOSTILE }],
    },
  });
  return run([
    report([dropped, phrase]),
    report([header, hostile], {
      root: 'models/두번째 모델',
      name: HOSTILE,
      declared: { raw: HOSTILE, identity: { is: 'unknown', raw: HOSTILE } },
      ancestors: [BASE, ancestor([{ to: HOSTILE, relation: 'unsaid' }], 'offline')],
    }),
    report([], { root: 'clean', name: 'me/clean', declared: undefined, ancestors: [] }),
    waived(),
  ]);
}
