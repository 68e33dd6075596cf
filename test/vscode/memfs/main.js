// A file system in memory for the serverless run; its first files come from files.json beside it.
const vscode = require('vscode');

exports.activate = async (context) => {
  const files = new Map();
  const changed = new vscode.EventEmitter();
  const source = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'files.json'));
  for (const [path, text] of Object.entries(JSON.parse(new TextDecoder().decode(source)))) {
    files.set(path, { bytes: new TextEncoder().encode(text), mtime: 0 });
  }
  const inside = (path) => (path.endsWith('/') ? path : `${path}/`);
  const isFolder = (path) => [...files.keys()].some((name) => name.startsWith(inside(path)));
  const find = (uri) => {
    const file = files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  };
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat(uri) {
      if (isFolder(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const { bytes, mtime } = find(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
    },
    readDirectory(uri) {
      const entries = new Map();
      for (const name of files.keys()) {
        if (!name.startsWith(inside(uri.path))) continue;
        const [first, ...rest] = name.slice(inside(uri.path).length).split('/');
        entries.set(first, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
      }
      return [...entries];
    },
    readFile: (uri) => find(uri).bytes,
    writeFile(uri, bytes) {
      const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      files.set(uri.path, { bytes: bytes.slice(), mtime: Date.now() });
      changed.fire([{ type, uri }]);
    },
    createDirectory() {},
    delete(uri) {
      files.delete(uri.path);
      changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
    },
    rename(from, to) {
      files.set(to.path, find(from));
      files.delete(from.path);
    },
  };
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', provider, { isCaseSensitive: true }),
  );
};
