import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { onTestFinished } from 'vitest';
import { serve } from '../../src/lsp/server.ts';

export interface Diagnostic {
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly severity: number;
  readonly code?: string;
  readonly codeDescription?: { readonly href: string };
  readonly message: string;
  readonly relatedInformation?: readonly {
    readonly location: { readonly uri: string };
    readonly message: string;
  }[];
}

/** A client of a real server, which speak over pipes as in an editor. */
export class Client {
  readonly connection: MessageConnection;
  readonly #published = new Map<string, readonly Diagnostic[]>();
  readonly #versions = new Map<string, number>();
  #heard: () => void = () => undefined;

  constructor(reader: NodeJS.ReadableStream, writer: NodeJS.WritableStream) {
    this.connection = createMessageConnection(
      new StreamMessageReader(reader),
      new StreamMessageWriter(writer),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }) => {
        this.#published.set(uri, diagnostics);
        this.#heard();
      },
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  async start(folders: readonly string[], options?: unknown, textDocument: object = {}): Promise<unknown> {
    const answer = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder })),
      capabilities: {
        textDocument,
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true },
      },
      initializationOptions: options,
    });
    await this.connection.sendNotification('initialized', {});
    return answer;
  }

  async open(file: string, text: string): Promise<string> {
    const uri = pathToFileURL(file).href;
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    return uri;
  }

  /** Types: the document has this text from now on. */
  async type(uri: string, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** What is wrong in a document once the server has come to rest with it: it answers in order. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    await this.ask('textDocument/hover', uri, { position: { line: 0, character: 0 } });
    return this.#published.get(uri) ?? [];
  }

  /** All that is shown, by document. */
  get shown(): ReadonlyMap<string, readonly Diagnostic[]> {
    return new Map([...this.#published].filter(([, diagnostics]) => diagnostics.length > 0));
  }

  ask<T>(method: string, uri: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...params });
  }
}

/** A client with a server in this process. */
export function client(): Client {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(there, back);
  serve(server, { env: {}, today: () => '2026-11-30' });
  const one = new Client(back, there);
  onTestFinished(async () => {
    // What the server still asks is answered before it is cut off.
    await one.connection.sendRequest('shutdown');
    one.connection.dispose();
    server.dispose();
  });
  return one;
}
