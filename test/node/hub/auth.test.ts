import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hubAccess, hubCacheFolder } from '../../../src/node/hub/auth.ts';
import { licetCacheFolder } from '../../../src/node/hub/http-cache.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const home = () => tempFolder({ '.cache/huggingface/token': ' hf_file\n', 'other/token': 'hf_other' });

test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
  ['the token file', {}, 'hf_file'],
  ['HF_TOKEN goes before the file', { HF_TOKEN: ' hf_env\n' }, 'hf_env'],
  ['an empty HF_TOKEN is none', { HF_TOKEN: '' }, 'hf_file'],
  ['the old name', { HUGGING_FACE_HUB_TOKEN: 'hf_legacy' }, 'hf_legacy'],
  [
    'HF_TOKEN goes before the old name',
    { HF_TOKEN: 'hf_env', HUGGING_FACE_HUB_TOKEN: 'hf_legacy' },
    'hf_env',
  ],
  ['HF_TOKEN_PATH, with ~', { HF_TOKEN_PATH: '~/other/token' }, 'hf_other'],
  ['HF_HOME, with a variable', { HF_HOME: '$HOME/other' }, 'hf_other'],
  ['no such file', { HF_TOKEN_PATH: '/nowhere/token' }, undefined],
  ['a folder in its place', { HF_TOKEN_PATH: '~/other' }, undefined],
  ['implicit tokens switched off', { HF_TOKEN: 'hf_env', HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' }, undefined],
  ['the switch off', { HF_TOKEN: 'hf_env', HF_HUB_DISABLE_IMPLICIT_TOKEN: '0' }, 'hf_env'],
])('%s', async (_, env, token) => {
  expect((await hubAccess({ HOME: home(), ...env })).token).toBe(token);
});

test.each([
  ['', 'https://huggingface.co', true],
  ['https://hf.co/', 'https://huggingface.co', true],
  ['https://mirror.example/', 'https://mirror.example', false],
  ['http://127.0.0.1:8080/hf/', 'http://127.0.0.1:8080/hf', false],
])('HF_ENDPOINT "%s"', async (said, endpoint, isHub) => {
  expect(await hubAccess({ HOME: '/nowhere', HF_ENDPOINT: said })).toEqual({ endpoint, isHub });
});

test.each([
  [{}, '/home/me/.cache/huggingface/hub'],
  [{ XDG_CACHE_HOME: '/x' }, '/x/huggingface/hub'],
  [{ HF_HOME: '/h' }, '/h/hub'],
  [{ HF_HOME: '/h', HUGGINGFACE_HUB_CACHE: '/old' }, '/old'],
  [{ HUGGINGFACE_HUB_CACHE: '/old', HF_HUB_CACHE: '~/new' }, '/home/me/new'],
])('the Hub cache with %j is %s', (env, folder) => {
  expect(hubCacheFolder({ HOME: '/home/me', ...env })).toBe(join(folder));
});

test.each([
  [{}, '/home/me/.cache/licet/hub'],
  [{ XDG_CACHE_HOME: '/x' }, '/x/licet/hub'],
  [{ XDG_CACHE_HOME: '/x', LICET_CACHE: '/mine' }, '/mine/hub'],
])('our own cache with %j is %s', (env, folder) => {
  expect(licetCacheFolder({ HOME: '/home/me', ...env })).toBe(join(folder));
});
