import { describe, it } from 'node:test';
import { ruleTester } from 'licet/rule-tester';
import { missingContact } from './plugin.mjs';

ruleTester({ describe, it })(missingContact, {
  valid: [{ name: 'somebody is named', files: { 'README.md': '---\nlicense: mit\n---\n# A model\n\nContact: jo@acme.example\n' } }],
  invalid: [{ name: 'nobody is named', files: { 'README.md': '---\nlicense: mit\n---\n# A model\n' }, problems: ['README.md:1:1 warning No line "Contact:" in "README.md"'] }],
});
