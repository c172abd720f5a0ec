// Makes WebAssembly modules small: `FROM TO FROM TO …`. Does what wasm-opt does, for many modules in one process: to start that
// takes longer than most modules do.
import { readFile, writeFile } from 'node:fs/promises';
import binaryen from 'binaryen';

// `-Oz` makes a module smaller, but `-Os` what is left of it after compression.
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(1);
binaryen.setGenerateStackIR(true);
binaryen.setOptimizeStackIR(true);
const [, names, ...paths] = process.argv;
const features = names.split(' ').reduce((all, name) => {
  if (!(name in binaryen.Features)) throw new Error(`Binaryen has no feature ${name}`);
  return all | binaryen.Features[name];
}, 0);

for (let at = 0; at < paths.length; at += 2) {
  const module = binaryen.readBinary(await readFile(paths[at]));
  module.setFeatures(features);
  module.optimize();
  module.runPasses(['strip-producers', 'strip-target-features']);
  await writeFile(paths[at + 1], module.emitBinary());
  module.dispose();
}
