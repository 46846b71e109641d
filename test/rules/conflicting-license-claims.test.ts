import rule from '../../rules/conflicting-license-claims.ts';
import { writeGguf } from '../read/write-gguf.ts';
import { card } from './card.ts';
import { testRule } from './test-rule.ts';

const says = (license: string) => writeGguf([['general.architecture', ['string', 'llama']], ['general.license', ['string', license]]]);

testRule(rule, {
  valid: [
    { name: 'card and text name the same license in other words', files: { 'README.md': card('license: apache-2.0', '# A model\n\nReleased under the Apache License, Version 2.0.\n') } },
    { name: 'the text speaks of the code, the front matter of the weights', files: { 'README.md': card('license: cc-by-nc-4.0', '# A model\n\n## License\n\nThe code is released under the MIT license.\n') } },
    { name: 'the text speaks of the data', files: { 'README.md': card('license: apache-2.0', '# A model\n\n## License\n\nThe training data is released under CC BY 4.0.\n') } },
    { name: 'the text names the license of the base model, and says so', files: { 'README.md': card('license: apache-2.0', '# A model\n\n## License\n\nThe base model is licensed under the MIT license.\n') } },
    { name: 'a header names the license that the card declares', files: { 'README.md': card('license: apache-2.0'), 'model.gguf': says('apache-2.0') } },
    { name: 'nothing is declared: missing-license speaks for it', files: { 'README.md': card('tags: [x]', '# A model\n\nReleased under the MIT license.\n') } },
    { name: 'the declared name may mean several texts, and the text names one of them', files: { 'README.md': card('license: cc', '# A model\n\n## License\n\nReleased under CC BY 4.0.\n') } },
  ],
  invalid: [
    {
      name: 'the text names another license',
      files: { 'README.md': card('license: mit', '# A model\n\n## License\n\nThis model is released under the Apache License 2.0.\n') },
      problems: ['README.md:8:34 warn "README.md" says "Apache License 2.0" here, the front matter "mit"'],
    },
    {
      name: 'the header of a weight file names another license',
      files: { 'README.md': card('license: mit'), 'model.gguf': says('apache-2.0') },
      problems: ['model.gguf#general.license warn "model.gguf" says "apache-2.0" here, the front matter "mit"'],
    },
  ],
});
