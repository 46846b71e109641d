import acme from './plugin.mjs';

export default {
  plugins: [acme],
  rules: { 'missing-contact': 'error', 'missing-license-text': 'off' },
  facts: [{ model: 'acme/Base-7B', license: 'acme-eula', reason: 'our own model', date: '2026-11-26' }],
};
