import type { ClauseFact } from '../../disclosure.ts';
import { KOREAN_RULES } from './korean-rules.ts';
import { particulars, type Words } from './words.ts';

/** Kinds of terms; what stands in quotes or brackets of the label is put behind. */
const TERMS: Readonly<Record<ClauseFact['kind'], string>> = {
  'include-license': '라이선스 사본 동봉',
  notice: '고지 문장',
  phrase: '표시 문구',
  'name-prefix': '이름 접두어',
  'name-avoid': '이름 앞머리 사용 금지',
  'mark-changes': '변경 사실 표시',
  'same-license': '동일 라이선스 유지',
  'pass-on-restrictions': '이용 제한 전달',
  'keep-notices': '기존 고지 유지',
  'keep-copyright': '저작권 표시 유지',
  credit: '출처 표시',
  acknowledge: '감사 표시',
  'disclose-source': '소스 공개',
  'network-source': '네트워크 이용자에게 소스 공개',
  'no-further-restrictions': '추가 제한 금지',
  'no-conflicting-terms': '상충 조건 금지',
  'keep-model-card': '모델 카드 유지',
  'product-display': '제품 내 이름 표시',
  'disclose-ai-output': 'AI 생성물 고지',
  'content-filter': '콘텐츠 필터',
  'no-endorsement': '추천·보증 표현 금지',
  advertise: '광고 시 표시',
  'patent-termination': '특허 소송 시 권리 종료',
  assent: '명시적 동의',
  'keep-original': '원본 함께 제공',
  'choice-of-law': '준거법',
  'non-commercial': '비상업적 이용 한정',
  'research-only': '연구 목적 한정',
  'no-commercial-distribution': '상업적 배포 제한',
  'no-redistribution': '재배포 금지',
  'no-derivatives': '변경 금지',
  'no-hosting': '호스팅 금지',
  'no-training-on-outputs': '출력을 이용한 학습 제한',
  'no-competing-use': '경쟁 목적 이용 제한',
  'use-policy': '이용 정책',
  'monthly-users': '월간 이용자 수 한도',
  revenue: '매출 한도',
  territory: '지역 제한',
  registration: '등록',
  'field-of-use': '금지된 이용',
  'computational-use-only': '전산 분석 목적 한정',
  'provider-terms': '출력에 관한 제공자 약관',
};

const MATCH = { exact: '원문 일치', near: '거의 일치', changed: '변경됨', several: '여러 원문' } as const;

const RELATION = {
  copy: '사본',
  finetune: '미세조정',
  merge: '병합',
  quantized: '양자화',
  adapter: '어댑터',
  component: '구성요소',
  outputs: '출력을 학습 데이터로 사용',
  dataset: '학습 데이터',
  code: '코드',
  unsaid: '서술 없음',
} as const;

const wordIn = (words: Readonly<Record<string, string>>, value: string) =>
  Object.hasOwn(words, value) ? (words[value] ?? value) : value;

/** Figures as Korean counts them: in units of ten thousand and of a hundred million. */
const inKorean = (figure: string) =>
  figure.replace(/(\d[\d.]*) million/, (_, millions: string) => {
    const units = Number(millions) * 100;
    return units >= 10_000 && units % 10_000 === 0 ? `${units / 10_000}억` : `${units}만`;
  });

/** The words in which a fact says how a duty is done; what stands in quotes is the repository's. */
const HOW: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^text of the license \((\w+)\)$/, (match) => `라이선스 원문 (${wordIn(MATCH, match)})`],
  [/^text of the license$/, () => '라이선스 원문'],
  [/^link to the license$/, () => '라이선스 링크'],
  [/^the notice$/, () => '고지 문장'],
  [/^name "([^]*)"$/, (name) => `이름 "${name}"`],
  [/^relation "([^]*)"$/, (relation) => `관계: ${wordIn(RELATION, relation)}`],
  [/^words in the text$/, () => '본문의 서술'],
  [/^use policy$/, () => '이용 정책'],
  [/^names "([^]*)"$/, (name) => `"${name}" 표시`],
  [/^copyright lines on record$/, () => '기록된 저작권 표시'],
  [/^license "([^]*)"$/, (name) => `라이선스 "${name}"`],
  [/^("[^]*")$/, (phrase) => phrase],
];

/** Words for what shows that a duty is done; undefined where they are not known. */
export function koreanHow(said: string): string | undefined {
  for (const [form, word] of HOW) {
    const found = form.exec(said);
    if (found) return word(found[1] ?? '');
  }
  return undefined;
}

export const KOREAN: Words = {
  language: 'ko',
  title: '출처 및 라이선스 공개서',
  head: {
    subject: '모델',
    revision: '리비전',
    made: '작성',
    facts: '사실 해시',
    declared: '선언 라이선스',
    texts: '라이선스 원문',
  },
  badge: {
    none: '초안: 검토 전',
    open: '초안: 검토 중',
    stale: '갱신 필요: 검토 이후 변경됨',
    reviewed: (day) => `검토 완료 ${day}`,
  },
  parts: {
    works: '사용한 것',
    duties: '의무와 이행 위치',
    points: '미해결 사항',
    silences: '이 문서가 말하지 않는 것',
    statements: '개발팀 진술',
    review: '검토',
  },
  works: {
    work: '저작물',
    as: '사용 방식',
    license: '라이선스 (확인처, 기준일)',
    known: '확인 근거',
    decision: '결정',
  },
  duties: { duty: '의무 (라이선스, 조항)', to: '대상', where: '이행 위치', state: '상태' },
  points: { point: '내용', place: '위치', sureness: '확실성', answer: '답변·담당·기한' },
  statements: {
    statement: '진술',
    answer: '답변',
    evidence: '증빙 보관 위치',
    said: '저장소의 서술:',
    answers: { yes: '예', no: '아니오', 'in-part': '일부' },
  },
  review: {
    role: '역할',
    name: '이름',
    decision: '결정',
    signature: '날짜·서명',
    outdated: '이후 사실이 변경됨',
  },
  kind: { model: '모델', dataset: '데이터셋', space: '스페이스' },
  nameFrom: {
    flag: '지정됨',
    config: '설정 파일',
    remote: 'git 원격 저장소',
    hub: 'Hub',
    card: '카드 본문',
    folder: '폴더 이름',
  },
  relation: RELATION,
  reach: {
    copy: '사본',
    quantized: '양자화',
    derivative: '파생물',
    adapter: '어댑터',
    output: '출력',
    component: '구성요소',
    dataset: '학습 데이터',
    code: '코드',
    companion: '함께 쓰는 별도 신경망',
  },
  confidence: { certain: '확실', likely: '유력', possible: '추정' },
  severity: { error: '오류', warning: '경고', info: '참고' },
  via: {
    'front-matter': '메타데이터',
    prose: '본문',
    tag: '태그',
    template: '템플릿 문구',
    'license-file': '라이선스 파일',
    'notice-file': '고지 파일',
    'policy-file': '정책 파일',
    config: '설정',
    'config-component': '구성요소 설정',
    'auto-map': 'auto_map',
    'adapter-config': '어댑터 설정',
    mergekit: 'mergekit 설정',
    'model-index': '모델 인덱스',
    'sentence-transformers': '모듈 목록',
    tokenizer: '토크나이저 설정',
    gguf: 'GGUF 헤더',
    safetensors: 'safetensors 헤더',
    modelfile: 'Modelfile',
    axolotl: 'axolotl 설정',
    'training-args': '학습 인자',
    'quantize-config': '양자화 설정',
    'remote-code': '코드',
    reuse: 'REUSE.toml',
    'hub-record': 'Hub 기록',
    path: '파일 이름',
    'own-name': '저장소 이름',
  },
  failure: {
    offline: '스냅샷에 없음, 오프라인',
    'not-found': 'Hub에 없음',
    'private-or-missing': '비공개 또는 없음',
    gated: '접근 승인 필요',
    disabled: 'Hub에서 비활성화됨',
    'bad-token': '토큰 거부됨',
    'rate-limited': 'Hub 요청 한도',
    unreachable: 'Hub에 연결할 수 없음',
    'no-license': '선언 없음',
    'not-a-hub-id': 'Hub ID 없음',
  },
  source: {
    snapshot: '스냅샷',
    lock: '잠금 파일',
    Hub: 'Hub',
    'Hub cache': 'Hub 캐시',
    mirror: '미러',
    series: '같은 계열',
    config: '설정 파일',
    name: '이름',
    repository: '저장소',
  },
  category: {
    permissive: '허용형',
    'weak-copyleft': '약한 카피레프트',
    copyleft: '카피레프트',
    'network-copyleft': '네트워크 카피레프트',
    'public-domain': '퍼블릭 도메인',
    'share-alike': '동일조건변경허락',
    'use-restricted': '이용 제한',
    'non-commercial': '비상업',
    'no-derivatives': '변경금지',
    'source-available': '소스 열람형',
    proprietary: '독점',
  },
  match: MATCH,
  state: { done: '이행', missing: '없음', 'not-seen': '보이지 않음', open: '해석 여지' },
  carried: {
    yes: '전달됨',
    alike: '다른 표현으로 전달됨',
    no: '전달되지 않음',
    undeclared: '선언 라이선스 없음',
  },
  turnedOff: { comment: '주석으로 끔', config: '설정으로 끔', baseline: '기준선에 있음' },
  statement: {
    'from-scratch': '처음부터 학습',
    'use-limit': '이용 제한',
    'split-licensing': '부분별 라이선스 또는 그 위치',
  },
  role: { prepared: '작성', engineering: '기술 검토', legal: '법무 검토', release: '공개 승인' },
  decision: { agree: '동의', 'after-changes': '수정 후', no: '불가' },
  silence: {
    'weights-not-compared': () =>
      '가중치는 비교하지 않았습니다. 가중치를 새로 초기화했는지는 개발팀만 말할 수 있습니다.',
    'license-not-known': (count, of) => `저작물 ${of}건 중 ${count}건은 라이선스를 알 수 없습니다.`,
    'data-sets-from-snapshot': (count, of) => `데이터셋 ${of}건 중 ${count}건은 스냅샷으로만 확인했습니다.`,
    'files-not-read': (count, of) => `파일 ${of}개 중 ${count}개는 끝까지 읽지 못했습니다.`,
    'guessed-works': (count) => `이름으로만 추정한 저작물 ${count}건은 표 1에 넣지 않았습니다.`,
    'works-not-followed': (count) => `추가 상위 저작물 ${count}건은 따라가지 않았습니다.`,
    'relation-not-said': (count, of) => `저작물 ${of}건 중 ${count}건은 어떻게 사용했는지 서술이 없습니다.`,
    'card-alone': () => '카드만 확인했습니다. 다른 파일의 내용은 알 수 없습니다.',
    'revision-not-known': () => '커밋이 기록되지 않았습니다.',
  },
  term: ({ kind, label }) => `${TERMS[kind]} ${inKorean(particulars(label))}`.trim(),
  how: (said) => koreanHow(said) ?? said,
  rule: (name) => (Object.hasOwn(KOREAN_RULES, name) ? (KOREAN_RULES[name] ?? null) : null),
  say: {
    notKnown: (why) => `확인 안 됨 (${why})`,
    unknownName: (name) => `${name} (licet이 모르는 이름)`,
    whichText: (name, oneOf) =>
      `"${name}": 어느 원문인지 불명${oneOf.length === 0 ? '' : ` (${oneOf.join(', ')})`}`,
    openParts: (name, parts) => `${name} (그 가운데 licet이 모르는 것: ${parts.join(', ')})`,
    declaresNone: '선언 없음',
    terms: '제공자 약관',
    undated: '날짜 없음',
    guessed: (name) => `이름만 ${name}을(를) 가리킴`,
    recorded: (reason, reviewer) => `개발팀 기록: ${reason}; 검토자: ${reviewer}`,
    byNobody: '없음',
    changed: '잠금 이후 변경됨:',
    possibly: (classes) => `(${classes})`,
    more: (count) => `외 ${count}곳`,
    nothingUsed: '저장소가 밝힌 다른 저작물이 없습니다.',
    noDuties: '기록된 상위 라이선스가 요구하는 행위가 없습니다.',
    unread: (count, of) =>
      `저작물 ${of}건 중 ${count}건은 조건을 읽지 못했습니다. 그것이 요구하는 바는 여기에 없습니다.`,
    noPoints: '미해결 사항이 없습니다.',
    counts: (errors, warnings, notes, off) =>
      `오류 ${errors}건, 경고 ${warnings}건, 참고 ${notes}건; 꺼진 항목 ${off}건`,
    limits: '받는 쪽을 구속하는 제한:',
    onlyWhen: (circumstance) => `조건부: ${circumstance}`,
    accepted: (role, by, day) => `수용 (${role}, ${by}, ${day})`,
    until: (day) => `${day}까지`,
    made: (version, data) => `licet ${version}, 라이선스 데이터 ${data}`,
    notRecorded: '기록 없음',
    from: (text) => `(${text})`,
    yesNo: '☐ 예 ☐ 아니오',
    yesNoWhich: '☐ 예 ☐ 아니오: 해당 부분',
    all: {
      weights: '모든 가중치를 초기화한 뒤 직접 학습함',
      works: '사용한 것은 모두 표 1에 있음',
      logs: '학습 로그와 체크포인트를 보관함',
    },
    foot:
      '사실과 조항을 적은 문서이며 법률 자문이 아닙니다. ' +
      '자재 명세서(licet bom)에 같은 사실이 같은 해시로 있습니다.',
    english: '미해결 사항의 상세 설명과 라이선스 조건은 영어로 적혀 있습니다.',
  },
};
