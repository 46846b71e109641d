import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocument,
  TextDocumentSyncKind,
  TextDocuments,
  type CodeAction,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from './protocol.ts';
import type { Host } from '../app/host.ts';
import { VERSION } from '../core/version.ts';
import { FIX_ALL, fixedAll, quickFixes } from './answers/code-actions.ts';
import { completionsAt } from './answers/completion.ts';
import { diagnosticsOf, failure } from './answers/diagnostics.ts';
import { hoverAt, inlayHints } from './answers/hover.ts';
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
  const shown = new Set<string>();
  let client: InitializeParams['capabilities'] = {};
  let last: LintedWorkspace = { repositories: [], failed: [] };

  const runs = new Runs(async () => {
    const linted = await workspace.lint();
    last = linted;
    publish(linted);
    if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  });
  const relint = () => {
    workspace.forget();
    runs.start();
  };

  function publish({ repositories, failed }: LintedWorkspace): void {
    const found = new Map(failed.map(({ uri, message }) => [uri, [failure(message)]]));
    for (const repository of repositories)
      for (const [file, diagnostics] of diagnosticsOf(repository, (one) => workspace.uriOf(one)))
        found.set(workspace.uriOf(file), diagnostics);
    for (const uri of shown) if (!found.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    shown.clear();
    for (const [uri, diagnostics] of found) {
      shown.add(uri);
      const version = documents.get(uri)?.version;
      void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
    }
  }

  /** The repository of a document as it was linted last, with all that was typed until now. */
  async function linted(uri: string): Promise<{ repository: LintedRepository; file: string } | undefined> {
    await runs.settled();
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
          runs.start();
        });
      });
  });
  connection.onDidChangeWatchedFiles(relint);
  connection.onDidChangeConfiguration(({ settings }) => {
    workspace.settings = settingsIn(settings) ?? workspace.settings;
    runs.start();
  });
  documents.onDidChangeContent(() => runs.start());
  documents.onDidSave(relint);
  documents.onDidClose(relint);

  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }) => {
    const here = await linted(uri);
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
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const here = await linted(uri);
    return here && hoverAt(here.repository.report, here.file, position);
  });
  connection.languages.inlayHint.on(async ({ textDocument: { uri } }) => {
    if (workspace.settings.inlayHints === false) return [];
    const here = await linted(uri);
    return here ? inlayHints(here.repository.report, here.file) : [];
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    return document ? completionsAt(document, position) : [];
  });

  documents.listen(connection);
  connection.listen();
}
