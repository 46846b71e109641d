'use strict';

// The rules, as short as the compiler and the tests allow. ESLint 10 reads them through eslint.config.js.
module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: { projectService: true },
  plugins: ['@typescript-eslint'],
  extends: [
    'eslint:recommended',
    'plugin:@typescript-eslint/recommended',
    'plugin:@typescript-eslint/recommended-requiring-type-checking',
  ],
  ignorePatterns: ['dist', 'node_modules', 'examples'],
  rules: {
    eqeqeq: 'error',
    complexity: ['error', 20],
    'max-len': ['error', { code: 110 }],
    'no-console': 'off',
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    '@typescript-eslint/require-await': 'off',
    // Nothing in this house uses `this`: an interface's method may be taken off its object.
    '@typescript-eslint/unbound-method': 'off',
  },
};
