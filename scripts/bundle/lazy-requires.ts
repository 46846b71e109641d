import type { Plugin } from 'rolldown';

/**
 * A file of the bundle exports at its end, when all that it exports is there to stay: a hundred getters are
 * no better than values.
 */
const GETTER = new RegExp(
  String.raw`^Object\.defineProperty\(exports, ["']([\w$]+)["'], \{\s*enumerable: true,\s*get: function \(\) ` +
    String.raw`\{\s*return ` +
    String.raw`([\w$]+);\s*\}\s*\}\);$`,
  'gm',
);

/**
 * Where a module of ours takes the default of a CommonJS one, the bundler runs that one at the start and
 * copies each of its properties, seven hundred for a list of license ids. This leaves both: the module runs
 * when it is first asked for. Only for names that are used as `name.default` and in no other way. What Node
 * has not loaded itself when a program starts, and few runs ask for, waits likewise, as do the `waiting`
 * files of the bundle.
 */
export function lazyRequires(waiting: readonly string[]): Plugin {
  const late = new RegExp(
    '^(?:let|const) ((?:node|require)_\\w+) = ' +
      `(require\\("(?:node:(?:crypto|util|url|module|os|fs/promises)|\\./(?:${waiting.join('|')})\\.cjs)"\\));\\n`,
    'gm',
  );
  return {
    name: 'lazy-requires',
    renderChunk(code) {
      let lazy = code;
      for (const [whole = '', name = '', call = ''] of code.matchAll(
        /^var (import_\w+) = .*?\w+\((require_[\w$]+\(\)), 1\);\n/gm,
      )) {
        const rest = lazy.replace(whole, '');
        if (takesDefault(rest, name)) lazy = rest.replaceAll(usesOf(name, '\\.default'), call);
      }
      for (const [whole = '', name = '', call = ''] of code.matchAll(
        /^let (node_\w+) = (require\("[\w:/]+"\));\n\1 = .*?\w+\(\1, 1\);\n/gm,
      )) {
        const rest = lazy.replace(whole, '');
        if (takesDefault(rest, name)) lazy = lazy.replace(whole, `let ${name} = { default: ${call} };\n`);
      }
      // In brackets, for `new name().Thing()` would make a `name`.
      for (const [whole = '', name = '', call = ''] of code.matchAll(late)) {
        const rest = lazy.replace(whole, '');
        if (rest.match(usesOf(name, ''))?.length === rest.match(usesOf(name, '(?=\\.)'))?.length)
          lazy = `const ${name} = () => ${call};\n${rest.replaceAll(usesOf(name, '(?=\\.)'), `(${name}())`)}`;
      }
      return { code: lazy.replace(GETTER, 'exports.$1 = $2;') };
    },
  };
}

/** Not the property of something else, but what is spread (`...name`) is a use. */
const usesOf = (name: string, then: string) =>
  new RegExp(`(?<![\\w$]|(?<!\\.\\.)\\.)${name}${then}(?![\\w$])`, 'g');
const takesDefault = (code: string, name: string) =>
  code.match(usesOf(name, ''))?.length === code.match(usesOf(name, '\\.default'))?.length;
