/**
 * Folders that hold a part or a form of the model around them (diffusers, sentence-transformers, the Trainer,
 * exports). A list of names and not of contents: such a folder looks like a repository in every other way.
 */
const PART = new RegExp(
  `^(?:${[
    'unet',
    'vae',
    'vqvae',
    'movq',
    'vae_[a-z]+',
    'text_encoder(?:_\\d+)?',
    'image_encoder',
    'tokenizer(?:_\\d+)?',
    'transformer(?:_\\d+)?',
    'scheduler',
    'feature_extractor',
    'safety_checker',
    'prior',
    'decoder',
    'encoder',
    'controlnet',
    'vocoder',
    'speech_tokenizer',
    'vision_tower',
    'vision_model',
    'audio_tower',
    'language_model',
    'llm',
    'adapters?',
    'lora',
    'loras',
    'original',
    'onnx',
    'openvino',
    'gguf',
    'mlx',
    'coreml',
    'tflite',
    'fp16',
    'fp32',
    'bf16',
    'int[48]',
    '[248]bit',
    'checkpoint-\\d+',
    'global_step\\d+',
    '\\d+_[A-Za-z]\\w*',
  ].join('|')})$`,
  'i',
);

/** Whether a folder of this name is a part of the repository around it rather than one of its own. */
export function isPartName(name: string): boolean {
  return PART.test(name);
}

/** The folder of a path; empty for the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` lies in `folder`; the empty folder holds all. */
export function isInside(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
