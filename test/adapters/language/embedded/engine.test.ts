import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeModel, encodeModel, type Model, openLanguageEngine, train } from '#adapters/language/embedded/index.ts';
import type { LanguageEngine } from '#application/ports/out/language-engine.ts';
import { loadTrainingData } from '#config/language/training-data.ts';

const services = ['birth-certificate', 'birth-certificate-correction', 'property-tax-payment', 'property-mutation'];

/** A few services and all general sentences: enough for what is told here, and trained in a moment. */
async function someModel(): Promise<Model> {
  const { rows, lexicon, negatives } = await loadTrainingData();
  const few = [...services, 'death-certificate', 'sanitation-complaint', 'water-quality-complaint', 'old-age-pension'];
  return train(
    rows.filter(({ intent }) => intent.startsWith('general:') || few.includes(intent)),
    lexicon,
    negatives,
  );
}

describe('the embedded language engine', () => {
  let model: Model;
  let engine: LanguageEngine;

  beforeAll(async () => {
    model = await someModel();
    engine = openLanguageEngine(model);
  }, 120_000);

  it.each([
    ['mere ghar beti hui hai kagaz banwana hai', 'birth-certificate', 'apply'],
    ['birth certificate', 'birth-certificate', 'apply'],
    ['जन्म प्रमाण पत्र', 'birth-certificate', 'apply'],
    ['janam pramaan ptr bnwana h', 'birth-certificate', 'apply'],
    ['janm pramanpatra banvana hai', 'birth-certificate', 'apply'],
    ['house tax bharna hai', 'property-tax-payment', 'pay'],
    ['nali jam hai badboo aa rahi hai', 'sanitation-complaint', 'apply'],
    ['budhapa pension me kitna paisa milta hai', 'old-age-pension', 'info'],
  ])('is sure of %j', (text, service, act) => {
    expect(engine.understand(text)).toMatchObject({ intent: { type: 'service', service, act }, band: 'act' });
  });

  it.each([
    ['मुझे हिंदी में बताइए', 'language'],
    ['kahan tak pahuncha', 'track'],
    ['namaste', 'greet'],
    ['kisi insaan se baat karao', 'human'],
    ['yeh message asli hai kya', 'verify-message'],
    ['message bhejna band kar do', 'optout'],
  ])('takes %j for general:%s', (text, general) => {
    expect(engine.understand(text).intent).toEqual({ type: 'general', general });
  });

  it.each(['passport banwana hai', 'पैन कार्ड बनवाना है', 'train ka ticket chahiye', 'joke sunao', '', '🙂', '12345'])(
    'is lost with %j',
    (text) => {
      expect(engine.understand(text)).toMatchObject({ intent: { type: 'out-of-scope' }, band: 'lost' });
    },
  );

  it('offers what is near when a birth certificate is to be changed', () => {
    const { alternatives } = engine.understand('birth certificate ka naam');
    expect(alternatives.map(({ intent }) => (intent.type === 'service' ? intent.service : ''))).toContain(
      'birth-certificate-correction',
    );
  });

  it('never pays where nothing is to be paid', () => {
    const { alternatives } = engine.understand('nali ki shikayat ke paise bharne hain');
    expect(alternatives).not.toContainEqual(
      expect.objectContaining({ intent: { type: 'service', service: 'sanitation-complaint', act: 'pay' } }),
    );
  });

  it('speaks only of installed services', () => {
    const small = openLanguageEngine(model, { services: ['death-certificate'] });
    const { intent, alternatives } = small.understand('birth certificate');
    const named = [intent, ...alternatives.map((each) => each.intent)].flatMap((each) =>
      each.type === 'service' ? [each.service] : [],
    );
    expect(new Set(named)).toEqual(new Set(['death-certificate']));
  });

  it('bears any text, with confidences from 0 to 1 and the best first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { intent, confidence, alternatives } = engine.understand(text);
        expect(alternatives[0]).toEqual({ intent, confidence });
        expect(alternatives.length).toBeLessThanOrEqual(5);
        for (const each of alternatives) {
          expect(each.confidence).toBeGreaterThanOrEqual(0);
          expect(each.confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('says the same of a message after any other', () => {
    const before = engine.understand('ghar ka tax kitna hai');
    engine.understand('पानी गंदा आ रहा है');
    expect(engine.understand('ghar ka tax kitna hai')).toEqual(before);
  });

  it('understands the same after a journey through a file', () => {
    const back = decodeModel(encodeModel(model));
    if (!back) throw new Error('the file was not read');
    const text = 'papa guzar gaye makan mere naam karna hai';
    expect(openLanguageEngine(back).understand(text)).toEqual(engine.understand(text));
  });

  it('reads no file that is cut short, of another version, or none at all', () => {
    const bytes = encodeModel(model);
    expect(decodeModel(bytes.subarray(0, bytes.length - 4))).toBeUndefined();
    expect(decodeModel(Buffer.from('{"magic":"EKSLANG","version":0,"lengths":[]}\n'))).toBeUndefined();
    expect(decodeModel(Buffer.from('no model'))).toBeUndefined();
  });
});

describe('train', () => {
  it('makes the same bytes of the same sentences', () => {
    const rows = [
      { text: 'birth certificate chahiye', intent: 'birth-certificate', act: 'apply' as const },
      { text: 'birth certificate ka status', intent: 'birth-certificate', act: 'status' as const },
      { text: 'paani ganda hai', intent: 'water-quality-complaint', act: 'apply' as const },
      { text: 'namaste', intent: 'general:greet' },
      { text: 'namaskar ji', intent: 'general:greet' },
    ];
    const lexicon = { concepts: { birth: ['birth', 'जन्म'] } };
    const once = encodeModel(train(rows, lexicon, ['mausam kaisa hai']));
    expect(Buffer.compare(once, encodeModel(train(rows, lexicon, ['mausam kaisa hai'])))).toBe(0);
  });
});
