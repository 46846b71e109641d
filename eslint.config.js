// ESLint 10 reads only flat config: this loads .eslintrc.cjs, which holds the rules.
import { createRequire } from 'node:module';
import { FlatCompat } from '@eslint/eslintrc';
import js from '@eslint/js';

const { root: _root, ignorePatterns, ...config } = createRequire(import.meta.url)('./.eslintrc.cjs');
const compat = new FlatCompat({
  baseDirectory: import.meta.dirname,
  recommendedConfig: js.configs.recommended,
});

export default [
  { ignores: ignorePatterns.map((pattern) => `${pattern}/**`) },
  ...compat.config(config).map((one) => ({ files: ['**/*.ts'], ...one })),
];
