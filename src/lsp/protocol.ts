/**
 * The protocol's library. It lies in a file of its own in `dist/`, which is read when `licet lsp` is run and
 * at no other time.
 */
export {
  CodeActionKind,
  CompletionItemKind,
  createConnection,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ProposedFeatures,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
export type {
  CancellationToken,
  CodeAction,
  CodeLens,
  CompletionItem,
  Connection,
  Diagnostic,
  DocumentLink,
  Hover,
  InitializeParams,
  InitializeResult,
  InlayHint,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
export { TextDocument } from 'vscode-languageserver-textdocument';
