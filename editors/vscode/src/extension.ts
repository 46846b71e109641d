import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { serverFor, type Server } from './server.ts';

/** What is linted with: the card, what lies beside it, and licet's own files. */
const DOCUMENTS = [
  ...['markdown', 'yaml', 'json', 'jsonc'].map((language) => ({ scheme: 'file', language })),
  { scheme: 'file', pattern: '**/{LICENSE,NOTICE,COPYING}*' },
];

let client: LanguageClient | undefined;
/** The last start or stop: one at a time. */
let turn: Promise<void> = Promise.resolve();

/** Called by the editor once a model card may be open. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const channel = vscode.window.createOutputChannel('licet', { log: true });
  const restart = () => (turn = turn.then(stop).then(() => start(context, channel)));
  context.subscriptions.push(
    channel,
    vscode.commands.registerCommand('licet.restart', restart),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (['licet.enable', 'licet.path'].some((name) => change.affectsConfiguration(name))) void restart();
    }),
  );
  await restart();
}

/** Called by the editor when it closes or turns the extension off. */
export async function deactivate(): Promise<void> {
  await turn;
  await stop();
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose();
}

async function start(context: vscode.ExtensionContext, channel: vscode.LogOutputChannel): Promise<void> {
  const settings = vscode.workspace.getConfiguration('licet');
  if (!settings.get<boolean>('enable', true)) return;
  const server = serverFor({
    setting: settings.get<string>('path', ''),
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    trusted: vscode.workspace.isTrusted,
    path: process.env['PATH'] ?? '',
    platform: process.platform,
    bundled: join(context.extensionPath, 'licet'),
    isThere: existsSync,
  });
  if (server.is === 'missing') {
    void vscode.window.showErrorMessage(`licet.path names ${server.file}, which is not there`);
    return;
  }
  channel.info(`Starting ${server.file} (${server.from})`);
  client = new LanguageClient('licet', 'licet', optionsOf(server), {
    documentSelector: DOCUMENTS,
    outputChannel: channel,
    middleware: { executeCommand: shown },
    initializationOptions: { preset: settings.get('preset'), inlayHints: settings.get('inlayHints') },
  });
  try {
    await client.start();
  } catch (error) {
    channel.error(error instanceof Error ? error : String(error));
  }
}

/** Shows the page that a command answers with; it holds no script and asks for nothing. */
async function shown(
  command: string,
  args: unknown[],
  next: (command: string, args: unknown[]) => unknown,
): Promise<void> {
  const page = await next(command, args);
  if (typeof page !== 'string') return;
  const panel = vscode.window.createWebviewPanel(command, 'licet', vscode.ViewColumn.Beside);
  panel.webview.html = page;
}

function optionsOf({ is, file }: Exclude<Server, { is: 'missing' }>): ServerOptions {
  const run = { args: ['lsp'], transport: TransportKind.stdio };
  return is === 'module' ? { module: file, ...run } : { command: file, ...run };
}
