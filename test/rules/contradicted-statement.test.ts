import rule from '../../rules/contradicted-statement.ts';
import { card } from './card.ts';
import { testRule } from './test-rule.ts';

const merge = 'models:\n  - model: other/base-7b\nmerge_method: linear\n';
const tower = '{"vision_config": {"_name_or_path": "other/sight-2b"}}';
const said = '# Harbor\n\nHarbor was trained from scratch by us.\n';

testRule(rule, {
  valid: [
    { name: 'a tower from elsewhere that the card names', repo: 'acme/harbor', files: { 'README.md': card('license: mit', `${said}\nIts eyes are those of other/sight-2b.\n`), 'config.json': tower } },
    { name: 'a tokenizer from elsewhere', repo: 'acme/harbor', files: { 'README.md': card('license: mit', said), 'tokenizer_config.json': '{"name_or_path": "other/base-7b"}' } },
    { name: 'no upstream in sight', files: { 'README.md': card('license: mit', said) } },
    { name: 'the template of the Trainer says so of every local base', files: { 'README.md': card('license: mit\nbase_model: other/base-7b\nbase_model_relation: finetune', '# Harbor\n\nThis model was trained from scratch on an unknown dataset.\n') } },
    { name: 'a quantized copy carries the card of its upstream', repo: 'acme/harbor-GGUF', files: { 'README.md': card('license: mit\nbase_model: other/harbor', said) } },
    { name: 'the sentence speaks of the upstream', files: { 'README.md': card('license: mit\nbase_model: other/quay-7b\nbase_model_relation: finetune', '# Harbor\n\nQuay was trained from scratch on two trillion tokens.\n') } },
    ...['The tokenizer was trained from scratch.', 'It beats models that are larger than one trained from scratch.', 'Compared with a baseline trained from scratch it is faster.', '비전 인코더는 trained from scratch 입니다.'].map((sentence) => ({
      name: `it is said of a part, or of another model: ${sentence}`,
      files: { 'README.md': card('license: mit\nbase_model: other/base-7b\nbase_model_relation: finetune', `# Harbor\n\n${sentence}\n`) },
    })),
    { name: 'capitals that point to nothing', files: { 'README.md': card('license: mit', '# Harbor\n\nSEE NOTICE BOARD.\n') } },
    { name: 'the NOTICE of another repository', files: { 'README.md': card('license: mit', '# Harbor\n\nSee NOTICE of the original repository.\n') } },
    { name: 'the NOTICE that is named is there, as Markdown', files: { 'README.md': card('license: mit', '# Harbor\n\nSee the NOTICE file.\n'), 'NOTICE.md': 'Harbor\n' } },
    { name: 'only a card is at hand', complete: false, files: { 'README.md': card('license: mit', '# Harbor\n\nSee the NOTICE file.\n') } },
  ],
  invalid: [
    { name: 'a tower from elsewhere that nothing names', repo: 'acme/harbor', files: { 'README.md': card('license: mit', said), 'config.json': tower }, problems: ['README.md:6:1 warn "trained from scratch" stands beside part "vision_config" of "other/sight-2b" in "config.json"'] },
    { name: 'model and tokenizer alike', files: { 'README.md': card('license: mit\nbase_model: other/base-7b\nbase_model_relation: finetune', '# Harbor\n\nThe model and its tokenizer were trained from scratch.\n') }, problems: ['README.md:8:1 warn "trained from scratch" stands beside upstream "other/base-7b" in "README.md"'] },
    { name: 'a NOTICE in capitals behind a word that points', files: { 'README.md': card('license: mit', '# Harbor\n\nSee NOTICE for third-party licenses.\n') }, problems: ['README.md:6:5 warn File "NOTICE" is named but not there'] },
    { name: 'the card says from scratch, the merge file names a base', files: { 'README.md': card('license: mit', said), 'mergekit_config.yml': merge }, problems: ['README.md:6:1 warn "trained from scratch" stands beside upstream "other/base-7b" in "mergekit_config.yml"'] },
    { name: 'a NOTICE that is not there', files: { 'README.md': card('license: mit', '# Harbor\n\nSee the NOTICE file.\n') }, problems: ['README.md:6:9 warn File "NOTICE" is named but not there'] },
  ],
});
