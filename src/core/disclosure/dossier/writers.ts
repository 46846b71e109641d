import { jsonText } from '../../text/outgoing.ts';
import { dossierJson, type Dossier } from './dossier.ts';
import type { Language, Words } from './words/words.ts';

/** The forms of a dossier; JSON has no language. */
export const FORMS = ['html', 'markdown', 'json'] as const;
export type Form = (typeof FORMS)[number];

/** What writes a dossier in a form; languages and pages are loaded for who asks for them. */
export async function dossierWriter(form: Form, language: Language): Promise<(dossier: Dossier) => string> {
  if (form === 'json') return (dossier) => `${jsonText(dossierJson(dossier), 2)}\n`;
  const words = await wordsOf(language);
  const { pageOf } = await import('./compose.ts');
  if (form === 'markdown') {
    const { dossierMarkdown } = await import('./markdown.ts');
    return (dossier) => dossierMarkdown(pageOf(dossier, words));
  }
  const { dossierHtml } = await import('./html.ts');
  return (dossier) => dossierHtml(pageOf(dossier, words));
}

async function wordsOf(language: Language): Promise<Words> {
  return language === 'ko'
    ? (await import('./words/korean.ts')).KOREAN
    : (await import('./words/english.ts')).ENGLISH;
}
