import type { DocumentLink, TextDocument } from '../protocol.ts';
import { itemsAt, parseYaml, textAt, at, type Data } from '../../core/extract/configs/located-data.ts';
import { hubPath, isRepoId } from '../../core/model/hub-address.ts';
import type { Place } from '../../core/model/place.ts';
import { metadataIn } from './front-matter.ts';

const HUB = 'https://huggingface.co';

/** What a card's metadata name, and where it is found: bases and data sets on the Hub, the license's text. */
export function linksIn(document: TextDocument): DocumentLink[] {
  const text = document.getText();
  const metadata = metadataIn(document.uri, text);
  if (metadata === undefined) return [];
  const part = { file: '', text: text.slice(metadata.start, metadata.end), base: metadata.start };
  const [root] = parseYaml(part).docs;
  const link = (said: Said | undefined, target: string | undefined): DocumentLink[] =>
    said === undefined || target === undefined || !('start' in said.place)
      ? []
      : [
          {
            range: {
              start: document.positionAt(said.place.start),
              end: document.positionAt(said.place.end),
            },
            target,
          },
        ];
  const license = textAt(root, 'license_link');
  return [
    ...link(license, license && addressOf(license.text, document.uri)),
    ...textsAt(root, 'base_model').flatMap((said) => link(said, onHub(said.text, ''))),
    ...textsAt(root, 'datasets').flatMap((said) => link(said, onHub(said.text, 'datasets/'))),
  ];
}

interface Said {
  readonly text: string;
  readonly place: Place;
}

/** One text, or those of a list. */
function textsAt(root: Data | undefined, key: string): readonly Said[] {
  const value = at(root, key);
  const all = value?.is === 'list' ? itemsAt(root, key) : [value];
  return all.flatMap((one) => textAt(one) ?? []);
}

/** Where something of the Hub lies, by its id or its address. */
function onHub(text: string, folder: string): string | undefined {
  const path = hubPath(text);
  if (path !== undefined) return `${HUB}/${path}`;
  return isRepoId(text) ? `${HUB}/${folder}${text}` : undefined;
}

/** An address as it stands, or a file beside the card. */
function addressOf(text: string, uri: string): string | undefined {
  if (/^https?:\/\//i.test(text)) return text;
  return /^[\w.-]+(?:\/[\w.-]+)*$/.test(text) ? new URL(text, uri).href : undefined;
}
