import { encodeModel } from '#adapters/language/embedded/index.ts';
import { BUILT, loadLanguageModel } from '../language/trained-model.ts';

/** Trains the language engine ahead of the first start, so that the start need not. */
const started = performance.now();
const model = await loadLanguageModel();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const megabytes = (encodeModel(model).length / 1e6).toFixed(1);
console.log(`${model.intents.labels.length} intents, ${megabytes} MB in ${BUILT}, ${seconds} s`);
