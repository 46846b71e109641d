import { wrap, proxy, type Remote } from 'comlink';
import { byId, made, save } from './dom.ts';
import { editorIn } from './editor.ts';
import { Files } from './files.ts';
import type { Asked, Changed, Engine, Opened, Refused, Shown, Told } from './protocol.ts';
import { MOST_LETTERS, packed, sharedIn, unpacked, type Shared } from './share.ts';
import { STARTS, startOf, type Start } from './starts.ts';
import { drawTabs, type Tab } from './tabs.ts';
import { drawDossier } from './views/dossier.ts';
import { drawFindings } from './views/findings.ts';
import { drawLineage } from './views/lineage.ts';
import { drawShare } from './views/share.ts';
import { ENGLISH, type Words } from './words/english.ts';
import { KOREAN } from './words/korean.ts';

/** Milliseconds after the last key before the text is checked. */
const PAUSE = 100;
const SAVED = 'licet-playground.json';
const PANELS = ['findings', 'lineage', 'dossier', 'share'] as const;
type Panel = (typeof PANELS)[number];

const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' });
const engine: Remote<Engine> = wrap<Engine>(worker);
const files = new Files();

let language: 'en' | 'ko' = /^ko\b/.test(navigator.language) ? 'ko' : 'en';
let words: Words = language === 'ko' ? KOREAN : ENGLISH;
let about: { readonly version: string; readonly data: string; readonly models: string } | undefined;
let file = 'README.md';
let panel: Panel = 'findings';
let told: Told | undefined;
let stop = new AbortController();
/** What the line under the form says, in the language of the moment. */
let note: { readonly words: () => string; readonly isBad: boolean } = { words: () => '', isBad: false };

const nameField = byId<HTMLInputElement>('name');
const presetField = byId<HTMLSelectElement>('preset');
const modelField = byId<HTMLInputElement>('model');

const editor = editorIn(byId('editor'), {
  changed(at, text) {
    files.write(at, text);
    drawFileTabs();
    soon();
  },
  fix: (finding) => void preview(() => engine.fix(told?.findings.indexOf(finding) ?? -1)),
  fixWords: () => words.previewFix,
  label: (at) => `${words.editorOf} ${at}`,
});

// One run at a time; what was changed meanwhile is checked by one more.
let timer = 0;
let running = false;
let again = false;

function soon(): void {
  clearTimeout(timer);
  byId('findings').setAttribute('aria-busy', 'true');
  timer = window.setTimeout(() => {
    timer = 0;
    void check();
  }, PAUSE);
}

async function check(): Promise<void> {
  again = true;
  if (running) return;
  running = true;
  try {
    while (again) {
      again = false;
      told = await engine.lint(asked());
      await drawResults();
    }
  } catch (error) {
    showBroken(error);
  } finally {
    running = false;
    if (timer === 0) byId('findings').setAttribute('aria-busy', 'false');
  }
}

function asked(): Asked {
  const name = nameField.value.trim();
  const isName = name === '' || /^[\w.-]+\/[\w.-]+$/.test(name);
  nameField.setAttribute('aria-invalid', String(!isName));
  byId('name-hint').textContent = isName ? words.nameHint : words.nameWrong;
  const day = new Date().toISOString().slice(0, 10);
  return { ...files.over(), name: isName ? name : '', preset: presetField.value, today: day };
}

function showBroken(error: unknown): void {
  const what = error instanceof Error ? error.message : String(error);
  byId('counts').textContent = `${words.broken}${what} ${words.retry}`;
}

async function drawResults(): Promise<void> {
  if (!told) return;
  const { findings } = told;
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  byId('counts').textContent =
    findings.length === 0 ? words.clean : words.counted(count('error'), count('warning'), count('info'));
  editor.mark(findings);
  drawFileTabs();
  drawResultTabs();
  drawFindings(byId('findings'), told, words, {
    canGo: (at) => files.shown.includes(at),
    go,
    fix: (nth) => void preview(() => engine.fix(nth)),
    fixAll,
  });
  drawLineage(byId('lineage'), told, words, () => void askHub());
  if (panel === 'dossier') await showDossier();
  if (panel === 'share') showShare();
}

async function showDossier(): Promise<void> {
  drawDossier(byId('dossier'), await engine.dossier('html', language), words);
}

function showShare(): void {
  drawShare(byId('share'), words, {
    command: commandOf(),
    markdown: () => engine.report('markdown'),
    link: linkOf,
    saveReport: (format) =>
      void engine
        .report(format)
        .then((text) => save(`licet.${ENDINGS[format] ?? format}`, text, 'text/plain')),
  });
}

const ENDINGS: Readonly<Record<string, string>> = { markdown: 'md', junit: 'xml', sarif: 'sarif.json' };

function commandOf(): string {
  const { name, preset } = asked();
  const at = files.untouched;
  const what = at === undefined ? 'path/to/model' : `hf:${at}`;
  return [
    `npx licet ${what}`,
    ...(at === undefined && name !== '' ? [`--name ${name}`] : []),
    ...(preset === '' ? [] : [`--preset ${preset}`]),
  ].join(' ');
}

async function linkOf(): Promise<string | undefined> {
  const { name, preset } = asked();
  const at = files.untouched;
  const shared: Shared = {
    v: 1,
    ...(at === undefined ? { texts: files.all() } : { model: at }),
    ...(name === '' || at !== undefined ? {} : { name }),
    ...(preset === '' ? {} : { preset }),
  };
  const fragment = await packed(shared);
  if (fragment.length > MOST_LETTERS) {
    save(SAVED, JSON.stringify(shared), 'application/json');
    return undefined;
  }
  return `${location.href.split('#', 1)[0] ?? ''}#${fragment}`;
}

function go({ file: at, from }: Shown): void {
  showFile(at);
  editor.go(at, from);
}

function showFile(at: string): void {
  file = at;
  editor.show(at, files.text(at));
  byId('editor').setAttribute('aria-labelledby', `tab-file-${files.shown.indexOf(at)}`);
  drawFileTabs();
}

function drawFileTabs(): void {
  const { shown } = files;
  const tabs = shown.map((one, nth): Tab => {
    const here = told?.findings.filter((finding) => finding.file === one) ?? [];
    const look = here.some(({ severity }) => severity === 'error')
      ? 'errors'
      : here.length > 0
        ? 'warnings'
        : files.text(one) === ''
          ? 'none'
          : '';
    return { id: `file-${nth}`, words: one, look, mark: here.length > 0 ? `(${here.length})` : '' };
  });
  drawTabs(byId('file-tabs'), tabs, {
    chosen: `file-${shown.indexOf(file)}`,
    panel: () => 'editor',
    choose: (id) => showFile(shown[Number(id.slice('file-'.length))] ?? 'README.md'),
  });
}

function drawResultTabs(): void {
  const mark = (one: Panel) =>
    told === undefined
      ? ''
      : one === 'findings'
        ? `(${told.findings.length})`
        : one === 'lineage' && told.upstreams > 0
          ? `(${told.upstreams})`
          : '';
  drawTabs(
    byId('result-tabs'),
    PANELS.map((one) => ({ id: one, words: words[one], mark: mark(one) })),
    { chosen: panel, panel: (id) => id, choose: (id) => void showPanel(id as Panel) },
  );
}

async function showPanel(next: Panel): Promise<void> {
  panel = next;
  for (const one of PANELS) byId(one).hidden = one !== panel;
  drawResultTabs();
  await drawResults();
}

/** Begins anew with other files. */
function begin(texts: Readonly<Record<string, string>>, base?: Opened): void {
  files.fill(texts, base);
  editor.forget();
  showFile('README.md');
  soon();
}

async function preview(make: () => Promise<readonly Changed[]>): Promise<void> {
  const dialog = byId<HTMLDialogElement>('preview');
  const [changed, { drawChanges }] = await Promise.all([make(), import('./views/preview.ts')]);
  dialog.showModal();
  drawChanges(byId('changes'), changed, words);
  const apply = byId<HTMLButtonElement>('apply');
  apply.disabled = changed.length === 0;
  apply.onclick = () => {
    files.put(changed);
    for (const one of changed) editor.put(one.file, one.after);
    dialog.close();
    drawFileTabs();
    soon();
  };
}

const fixAll = () => void preview(() => engine.fixAll(asked()));

function say(next: () => string, isBad = false): void {
  note = { words: next, isBad };
  byId('note').textContent = next();
  byId('note').classList.toggle('bad', isBad);
}

function refusedWords({ why, detail }: Refused): string {
  if (detail.endsWith('stopped')) return words.stopped;
  const seconds = /asked to wait (\d+) s/.exec(detail)?.[1];
  return (words.refused[why] ?? detail) + (seconds === undefined ? '' : words.seconds(seconds));
}

/** The page's own way to the Hub; nothing of it is loaded before a button is pressed. */
async function hubWay() {
  stop = new AbortController();
  const { hubGet } = await import('./hub-client.ts');
  return proxy(hubGet(stop.signal));
}

async function asking<T>(work: () => Promise<T>): Promise<T> {
  byId<HTMLButtonElement>('load').disabled = true;
  byId('stop').hidden = false;
  try {
    return await work();
  } finally {
    byId<HTMLButtonElement>('load').disabled = false;
    byId('stop').hidden = true;
  }
}

async function loadHub(): Promise<void> {
  const target = modelField.value.trim();
  if (target === '') return modelField.focus();
  say(() => words.loading(target));
  const answer = await asking(async () => engine.openHub(target, await hubWay()));
  if (answer.is === 'refused') return say(() => refusedWords(answer), true);
  const { refused } = answer;
  nameField.value = answer.id ?? '';
  begin(answer.texts, answer);
  say(
    () =>
      words.loaded(answer.at ?? target, answer.files) +
      (refused ? ` ${words.partly}${refusedWords(refused)}` : ''),
    refused !== undefined,
  );
}

async function askHub(): Promise<void> {
  const models = told?.unknown ?? [];
  const refused = await asking(async () => engine.askHub(models, await hubWay()));
  say(() => (refused ? refusedWords(refused) : ''), refused !== undefined);
  await check();
}

async function openFiles(list: FileList | null): Promise<void> {
  const all = [...(list ?? [])].filter(
    ({ webkitRelativePath }) => !/(?:^|\/)\.git\//.test(webkitRelativePath),
  );
  const [only] = all;
  if (!only) return;
  if (all.length === 1 && only.name.endsWith('.json') && only.size < 8e6) {
    const shared = sharedIn(
      await only
        .text()
        .then(JSON.parse)
        .catch(() => undefined),
    );
    if (shared) return take(shared);
  }
  // A folder's own name is no part of the paths in it.
  const opened = await engine.openFiles(
    new Map(all.map((one) => [one.webkitRelativePath.split('/').slice(1).join('/') || one.name, one])),
  );
  nameField.value = '';
  begin(opened.texts, opened);
  say(() => words.opened(opened.files));
}

async function startWith(start: string): Promise<void> {
  await engine.clear();
  const found = STARTS.find(([one]) => one === start)?.[0];
  const { name, texts } = found ? await startOf(found) : { name: '', texts: { 'README.md': '---\n---\n' } };
  nameField.value = name;
  begin(texts);
  say(() => '');
}

/** Texts and choices that came with a link. */
function take(shared: Shared): void {
  nameField.value = shared.name ?? '';
  presetField.value = shared.preset ?? '';
  if (presetField.selectedIndex < 0) presetField.value = '';
  modelField.value = shared.model ?? '';
  begin(shared.texts ?? {});
  say(() => (shared.texts ? words.shared : words.sharedModel));
}

function setLanguage(next: 'en' | 'ko'): void {
  language = next;
  words = next === 'ko' ? KOREAN : ENGLISH;
  document.documentElement.lang = next;
  document.title = words.title;
  for (const one of ['en', 'ko']) byId(one).setAttribute('aria-pressed', String(one === next));
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = words[element.dataset['word'] as keyof Words];
    if (typeof word === 'string') element.textContent = word;
  }
  fillChoices();
  say(note.words, note.isBad);
  if (about) byId('about').textContent = words.about(about.version, about.data, about.models);
  drawFileTabs();
  drawResultTabs();
  void drawResults();
}

function fillChoices(): void {
  const start = byId<HTMLSelectElement>('start');
  start.replaceChildren(
    made('option', { value: '' }, words.startChoose),
    ...STARTS.map(([id, word]) => made('option', { value: id }, words[word])),
    made('option', { value: 'empty' }, words.startEmpty),
  );
  const preset = presetField.value;
  presetField.replaceChildren(
    made('option', { value: '' }, words.presetNone),
    ...Object.entries(words.presets).map(([id, word]) => made('option', { value: id }, word)),
  );
  presetField.value = preset;
}

function listen(): void {
  byId('en').onclick = () => setLanguage('en');
  byId('ko').onclick = () => setLanguage('ko');
  byId('hub').onsubmit = (event) => {
    event.preventDefault();
    void loadHub().catch(showBroken);
  };
  byId('stop').onclick = () => stop.abort();
  byId('open-folder').onclick = () => byId('folder').click();
  byId('open-files').onclick = () => byId('files').click();
  for (const id of ['folder', 'files']) {
    const input = byId<HTMLInputElement>(id);
    input.onchange = () => {
      void openFiles(input.files)
        .catch(showBroken)
        .finally(() => (input.value = ''));
    };
  }
  const start = byId<HTMLSelectElement>('start');
  start.onchange = () => {
    if (start.value !== '') void startWith(start.value).catch(showBroken);
    start.value = '';
  };
  nameField.oninput = soon;
  presetField.onchange = soon;
  byId('close').onclick = () => byId<HTMLDialogElement>('preview').close();
  window.addEventListener('hashchange', () => void readLink());
}

/** What the address says, if anything: texts behind the `#`, or `?model=` to be loaded at a click. */
async function readLink(): Promise<boolean> {
  const fragment = location.hash.slice(1);
  const model = new URLSearchParams(location.search).get('model');
  if (fragment !== '') {
    const shared = await unpacked(fragment);
    if (shared) await engine.clear().then(() => take(shared));
    else say(() => words.sharedWrong, true);
    return shared !== undefined;
  }
  if (model === null) return false;
  take({ v: 1, model: model.slice(0, 300) });
  return true;
}

async function open(): Promise<void> {
  listen();
  setLanguage(language);
  const first: Start = 'llama-3.1-bad';
  const ready = engine.start();
  if (!(await readLink())) {
    const { name, texts } = await startOf(first);
    nameField.value = name;
    begin(texts);
  }
  clearTimeout(timer);
  timer = 0;
  about = await ready;
  byId('about').textContent = words.about(about.version, about.data, about.models);
  await check();
}

void open().catch((error: unknown) => {
  byId('counts').textContent = `${words.failed}${error instanceof Error ? error.message : String(error)}`;
});
