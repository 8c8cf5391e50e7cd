import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Printed } from './order.ts';

export interface Typesetter {
  set(file: string, inputs: { readonly job: string; readonly qr: string }, createdSeconds: number): Printed;
  probe(): Printed;
}

const FONTS = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  '@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf',
];

/** This standard makes a letter without a glyph an error instead of an empty box. */
const STANDARD = 'a-2a';

export function openTypesetter(templatesDir: string): Typesetter {
  const require = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((font) => readFileSync(require.resolve(font)));
  const compiler = NodeCompiler.create({ workspace: templatesDir, fontArgs: [{ fontBlobs }] });
  let pages = 0;

  // `compile` and then `pdf` would keep 0.7 MB of native memory for each page: `pdf` does both and does not.
  const toPdf = (what: Parameters<NodeCompiler['pdf']>[0], creationTimestamp: number): Printed => {
    try {
      return { bytes: new Uint8Array(compiler.pdf(what, { pdfStandard: STANDARD, creationTimestamp })) };
    } catch (error) {
      return failureOf(error);
    } finally {
      pages += 1;
      if (pages % 10 === 0) compiler.evictCache(2);
    }
  };

  return {
    set: (file, inputs, createdSeconds) => toPdf({ mainFilePath: file, inputs: { ...inputs } }, createdSeconds),
    probe: () =>
      toPdf(
        {
          mainFileContent:
            '#set document(title: "probe")\n#set text(font: "Noto Sans Devanagari", fallback: false)\nक्षेत्र',
        },
        0,
      ),
  };
}

function failureOf(error: unknown): Printed {
  // The typesetter tells of a letter without a glyph in the message, and of all else in the code.
  const told = error instanceof Error ? error.message || String('code' in error ? error.code : '') : String(error);
  if (told.includes('could not be displayed with font')) {
    return { failed: 'missing-glyph', detail: 'a letter of a script that the fonts do not have' };
  }
  return { failed: 'template', detail: withoutData(told.split('\n', 1)[0] ?? '') };
}

/** A complaint may quote what was to be printed: kept are names of the template's own and what stands before a colon. */
function withoutData(told: string): string {
  const complaint = told.replace(/^0: /, '');
  const isAboutNames = /^(dictionary does not contain key|unknown variable|file not found)/.test(complaint);
  return isAboutNames ? complaint : (complaint.split(':', 1)[0] ?? '').replace(/["`].*["`]/g, '…');
}
