import type { Subject, Work } from '../disclosure.ts';
import { acceptedIn, reviewedOn } from '../review/standing.ts';
import type { Dossier } from './dossier.ts';
import { linksOf } from './links.ts';
import { joined, loud, plain, type Cell, type Page } from './page.ts';
import { dutiesPart } from './parts/duties.ts';
import { licenseCell } from './parts/license.ts';
import { pointsPart } from './parts/points.ts';
import { reviewPart, silencesPart, statementsPart } from './parts/sign-off.ts';
import { worksPart } from './parts/works.ts';
import { placed, type Writing } from './parts/writing.ts';
import type { Words } from './words/words.ts';

/** A dossier as a page in one language. */
export function pageOf(dossier: Dossier, words: Words): Page {
  const { facts, making, standing } = dossier;
  const writing: Writing = {
    dossier,
    words,
    linkTo: linksOf(facts.subject, making.links),
    accepted: acceptedIn(standing),
    nameOf: namesOf(facts.works),
  };
  return {
    language: words.language,
    title: words.title,
    about: facts.subject.name,
    badge:
      standing.is === 'reviewed'
        ? words.badge.reviewed(reviewedOn(standing) ?? '')
        : words.badge[standing.is],
    isReviewed: standing.is === 'reviewed',
    head: headOf(writing),
    parts: [
      worksPart(writing),
      dutiesPart(writing),
      pointsPart(writing),
      silencesPart(writing),
      statementsPart(writing),
      reviewPart(writing),
    ],
    foot: [words.say.foot],
  };
}

/** The last part of an id, where no other work has it too. */
function namesOf(works: readonly Work[]): (key: string) => string {
  const short = (name: string) => name.slice(name.lastIndexOf('/') + 1);
  const times = new Map<string, number>();
  for (const { name } of works) times.set(short(name), (times.get(short(name)) ?? 0) + 1);
  const names = new Map(
    works.map(({ key, name, kind }) => [
      key,
      kind === 'code' || times.get(short(name)) !== 1 ? name : short(name),
    ]),
  );
  return (key) => names.get(key) ?? key.slice(key.indexOf(':') + 1);
}

function headOf(writing: Writing): Page['head'] {
  const { words, dossier } = writing;
  const { facts, hash, making } = dossier;
  const { subject } = facts;
  const { head, say, nameFrom } = words;
  const day = making.date === undefined ? '' : `${making.date.slice(0, 10)}, `;
  return [
    { title: subject.kind === 'model' ? head.subject : words.kind[subject.kind], cell: nameCell() },
    { title: head.revision, cell: [plain(subject.revision ?? say.notRecorded)] },
    { title: head.made, cell: [plain(day + say.made(making.version, making.data))] },
    { title: head.facts, cell: [plain(`sha256 ${hash.slice(0, 8)}…${hash.slice(-4)}`)] },
    { title: head.declared, cell: declaredCell(subject, writing) },
    { title: head.texts, cell: textsCell(subject, writing) },
  ];
  function nameCell(): Cell {
    return [plain(`${subject.name} ${say.from(nameFrom[subject.nameFrom])}`)];
  }
}

function declaredCell({ license, declaredAt }: Subject, writing: Writing): Cell {
  const { raw, spdx, state } = license;
  const arrow =
    state === 'known' && raw !== null && spdx !== null && raw !== spdx ? [plain(`${raw} → `)] : [];
  const at = declaredAt === null ? [] : [plain(' ('), placed(writing, declaredAt), plain(')')];
  return [...arrow, ...licenseCell(writing, license), ...at];
}

function textsCell({ texts, unknownTexts }: Subject, writing: Writing): Cell {
  const { words } = writing;
  if (texts.length + unknownTexts.length === 0) return [plain('—')];
  const known = texts.map((one): Cell => [
    placed(writing, one),
    plain(`: ${one.name}, ${words.match[one.match]}`),
  ]);
  const unknown = unknownTexts.map((one): Cell => [
    placed(writing, one),
    plain(': '),
    loud(words.match.unknown),
  ]);
  return joined([...known, ...unknown], '; ');
}
