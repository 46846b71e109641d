import type { ClauseFact, DutyFact } from '../../disclosure.ts';
import { spotText, type Bill } from '../bom.ts';

const ASSESSOR = 'assessor:licet';
const TARGET = 'target:self';
const requirementRef = ({ key }: ClauseFact) => `clause:${key}`;

/** What upstream licenses ask as standards with requirements, and how the repository stands to each. */
export function declarationsOf({ facts, making }: Bill): object {
  const { duties, limits, subject } = facts;
  if (duties.length + limits.length === 0) return {};
  const done = duties.filter(({ state }) => state === 'done');
  const missing = duties.filter(({ state }) => state === 'missing');
  return {
    definitions: { standards: standardsOf([...duties, ...limits]) },
    declarations: {
      assessors: [
        {
          'bom-ref': ASSESSOR,
          thirdParty: false,
          organization: { name: `licet ${making.version} (automatic)` },
        },
      ],
      ...(duties.length === 0
        ? {}
        : {
            attestations: [
              {
                summary: 'Read by a linter; no legal opinion; nobody has signed.',
                assessor: ASSESSOR,
                map: duties.map(mapped),
              },
            ],
          }),
      claims: [...done, ...missing].map(claimOf),
      evidence: done.map(evidenceOf),
      targets: {
        components: [{ type: 'machine-learning-model', 'bom-ref': TARGET, name: subject.name }],
      },
    },
  };
}

/** One standard for each license, one requirement for each clause, in licet's own words. */
function standardsOf(clauses: readonly ClauseFact[]): object[] {
  const licenses = [...new Set(clauses.map(({ license }) => license))].sort();
  return licenses.map((license) => {
    const own = clauses.filter((one) => one.license === license);
    return {
      'bom-ref': `license:${license}`,
      name: own[0]?.licenseName ?? license,
      requirements: own.map((clause) => ({
        'bom-ref': requirementRef(clause),
        identifier: clause.section,
        title: clause.kind,
        text: `licet reads: ${clause.summary}${clause.when === null ? '' : ` (when ${clause.when})`}`,
      })),
    };
  });
}

function claimOf(duty: DutyFact): object {
  const isDone = duty.state === 'done';
  return {
    'bom-ref': `claim:${duty.key}`,
    target: TARGET,
    predicate: isDone ? `has ${duty.label}` : `lacks ${duty.label}`,
    ...(isDone ? { evidence: [`evidence:${duty.key}`] } : {}),
    ...(duty.points.length === 0 ? {} : { reasoning: `findings ${duty.points.join(', ')}` }),
  };
}

function evidenceOf(duty: DutyFact): object {
  const { where, how } = duty;
  return {
    'bom-ref': `evidence:${duty.key}`,
    description: [...(where ? [spotText(where)] : []), ...(how === null ? [] : [how])].join(': '),
    ...(where === null
      ? {}
      : {
          data: [
            {
              name: where.file,
              contents: {
                url: encodeURI(where.file.toWellFormed()) + (where.line === null ? '' : `#L${where.line}`),
              },
            },
          ],
        }),
  };
}

/** What was seen is 1, what is missing 0; what nobody can see from here has no number. */
function mapped(duty: DutyFact): object {
  const { state } = duty;
  const isDone = state === 'done';
  return {
    requirement: requirementRef(duty),
    ...(isDone ? { claims: [`claim:${duty.key}`] } : {}),
    ...(state === 'missing' ? { counterClaims: [`claim:${duty.key}`] } : {}),
    conformance: {
      ...(isDone ? { score: 1 } : state === 'missing' ? { score: 0 } : {}),
      rationale: RATIONALES[state],
    },
    confidence: {
      ...(duty.open ? {} : { score: 1 }),
      rationale: duty.open ? 'open whether the text reaches this far' : 'certain',
    },
  };
}

const RATIONALES: Readonly<Record<DutyFact['state'], string>> = {
  done: 'done: seen in the repository',
  missing: 'missing: owed, and not in the repository',
  'not-seen': 'not-seen: it may be done where no linter looks',
  open: 'open: not settled that it is owed, or that it is missing',
};
