import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  TextDocument,
  TextDocumentSyncKind,
  TextDocuments,
  type CancellationToken,
  type CodeAction,
  type Connection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
} from './protocol.ts';
import type { Host } from '../app/host.ts';
import { VERSION } from '../core/version.ts';
import { FIX_ALL, fixedAll, quickFixes } from './answers/code-actions.ts';
import { lensOf, lineagePage, SHOW_LINEAGE } from './answers/code-lens.ts';
import { completionsAt } from './answers/completion.ts';
import { diagnosticsOf, failure } from './answers/diagnostics.ts';
import { hoverAt, inlayHints } from './answers/hover.ts';
import { linksIn } from './answers/links.ts';
import { Runs } from './runs.ts';
import { settingsIn } from './settings.ts';
import { fileIn, Workspace, type LintedRepository, type LintedWorkspace } from './workspace.ts';

/** Files whose change on the disk changes what is said of a repository. */
const WATCHED =
  '**/{README*,LICENSE*,NOTICE*,COPYING*,licet.config.*,licet.lock.json,licet-baseline.json,' +
  'config.json,adapter_config.json,*.gguf,*.safetensors}';

/** What the server takes of its process. */
export interface ServerHost {
  readonly env: Host['env'];
  /** ISO 8601, asked for each run: an editor stays open for days. */
  readonly today: () => string;
}

/** Answers a client until it hangs up. No code of a repository is run, and nothing is asked of the Hub. */
export function serve(connection: Connection, { env, today }: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(env, today, () => documents.all());
  /** What is wrong in each document, as it was found last. */
  let found: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
  const pushed = new Set<string>();
  let client: InitializeParams['capabilities'] = {};
  let last: LintedWorkspace = { repositories: [], failed: [] };

  const runs = new Runs(async () => {
    const linted = await workspace.lint();
    last = linted;
    found = foundIn(linted);
    push();
    if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  });
  /** More than a document changed: a client that asks for findings asks again. */
  const relint = () => {
    workspace.forget();
    runs.start();
    if (pulls() && client.workspace?.diagnostics?.refreshSupport)
      void runs.settled().then(() => connection.languages.diagnostics.refresh());
  };
  /** Whether the client asks for the findings of what it has open; it is sent those of other files. */
  const pulls = () => client.textDocument?.diagnostic !== undefined;

  function foundIn({ repositories, failed }: LintedWorkspace): ReadonlyMap<string, Diagnostic[]> {
    const all = new Map(failed.map(({ uri, message }) => [uri, [failure(message)]]));
    for (const repository of repositories)
      for (const [file, diagnostics] of diagnosticsOf(repository, (one) => workspace.uriOf(one)))
        all.set(workspace.uriOf(file), diagnostics);
    return all;
  }

  function push(): void {
    const sent = [...found].filter(([uri]) => !pulls() || documents.get(uri) === undefined);
    const now = new Set(sent.map(([uri]) => uri));
    for (const uri of pushed) if (!now.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    pushed.clear();
    for (const [uri, diagnostics] of sent) {
      pushed.add(uri);
      const version = documents.get(uri)?.version;
      void connection.sendDiagnostics({
        uri,
        diagnostics: [...diagnostics],
        ...(version !== undefined && { version }),
      });
    }
  }

  /**
   * The repository of a document as it was linted last, with all that was typed until now. What the client
   * took back meanwhile is not answered.
   */
  async function linted(
    uri: string,
    token: CancellationToken,
  ): Promise<{ readonly repository: LintedRepository; readonly file: string } | undefined> {
    await runs.settled();
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client took it back');
    for (const repository of last.repositories) {
      const file = fileIn(repository, uri);
      if (file !== undefined) return { repository, file };
    }
    return undefined;
  }

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    workspace.settings = settingsIn(params.initializationOptions) ?? {};
    workspace.setRoots((params.workspaceFolders ?? []).map(({ uri }) => uri));
    return {
      serverInfo: { name: 'licet', version: VERSION },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
        completionProvider: { triggerCharacters: [':', ' '] },
        hoverProvider: true,
        inlayHintProvider: true,
        documentLinkProvider: {},
        codeLensProvider: {},
        executeCommandProvider: { commands: [SHOW_LINEAGE] },
        ...(pulls() && {
          diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: WATCHED }],
      });
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'licet' });
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(() => {
        void connection.workspace.getWorkspaceFolders().then((folders) => {
          workspace.setRoots((folders ?? []).map(({ uri }) => uri));
          relint();
        });
      });
  });
  connection.onDidChangeWatchedFiles(relint);
  connection.onDidChangeConfiguration(({ settings }) => {
    workspace.settings = settingsIn(settings) ?? workspace.settings;
    relint();
  });
  documents.onDidChangeContent(() => runs.start());
  documents.onDidSave(relint);
  documents.onDidClose(relint);

  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }, token) => {
    const here = await linted(uri, token);
    if (!here) return [];
    const versions = {
      uriOf: (file: string) => workspace.uriOf(file),
      versionOf: (one: string) => documents.get(one)?.version ?? null,
    };
    const wants = (kind: string) => only?.some((one) => kind === one || kind.startsWith(`${one}.`));
    const actions: CodeAction[] =
      only === undefined || wants('quickfix') ? quickFixes(here.repository, { uri, range }, versions) : [];
    const all = wants(FIX_ALL) ? await fixedAll(here.repository, workspace.seen, versions) : undefined;
    return all ? [...actions, all] : actions;
  });
  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const here = await linted(uri, token);
    return here && hoverAt(here.repository.report, here.file, position);
  });
  connection.languages.inlayHint.on(async ({ textDocument: { uri } }, token) => {
    if (workspace.settings.inlayHints === false) return [];
    const here = await linted(uri, token);
    return here ? inlayHints(here.repository.report, here.file) : [];
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    return document ? completionsAt(document, position) : [];
  });
  connection.onDocumentLinks(({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    return document ? linksIn(document) : [];
  });
  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    const here = await linted(uri, token);
    return here && here.file === here.repository.card ? [lensOf(here.repository.report, uri)] : [];
  });
  connection.onExecuteCommand(async ({ command, arguments: [uri] = [] }, token) => {
    if (command !== SHOW_LINEAGE || typeof uri !== 'string') return null;
    const here = await linted(uri, token);
    return here ? lineagePage(here.repository.run) : null;
  });
  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    await linted(uri, token);
    return { kind: DocumentDiagnosticReportKind.Full, items: [...(found.get(uri) ?? [])] };
  });

  // What is under way says what it found before the line is cut.
  connection.onShutdown(() => runs.settled());

  documents.listen(connection);
  connection.listen();
}
