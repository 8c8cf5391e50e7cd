type Fields = Record<string, unknown>;
interface Open {
  readonly name: string;
  readonly fields: Fields;
  text: string;
}

const NAME = '[A-Za-z_][\\w:.-]*';
const ATTRIBUTE = `\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`;
const TOKEN = new RegExp(
  [
    '<!--[\\s\\S]*?-->|<\\?[\\s\\S]*?\\?>',
    '<!\\[CDATA\\[(?<cdata>[\\s\\S]*?)\\]\\]>',
    `</(?<end>${NAME})\\s*>`,
    `<(?<start>${NAME})(?<attributes>(?:${ATTRIBUTE.replaceAll(/\((?!\?)/g, '(?:')})*)\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
);

/**
 * XML as a record with the name of its root. An element is its text; one that has attributes or children is a record of
 * them, with its own text by `#text`; a name that comes again is a list. `undefined` when it is no XML, and likewise for
 * one that declares a document type: nobody may define what is put into ours.
 */
export function readXml(source: string): unknown {
  const document: Open = { name: '', fields: Object.create(null), text: '' };
  const open: Open[] = [document];
  const text = source.replace(/^\uFEFF/, '').trim();
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const found = TOKEN.exec(text)?.groups;
    if (!found || !take(found, open)) return undefined;
  }
  const roots = Object.keys(document.fields);
  return open.length === 1 && roots.length === 1 && document.text === '' ? document.fields : undefined;
}

/** Is it well formed so far? */
function take({ cdata, end, start, attributes = '', empty, text }: Partial<Record<string, string>>, open: Open[]) {
  const current = open.at(-1);
  if (!current) return false;
  if (text !== undefined) current.text += withoutEntities(text.trim());
  if (cdata !== undefined) current.text += cdata;
  if (start !== undefined) open.push({ name: start, fields: attributesIn(attributes), text: '' });
  if (start !== undefined && empty === '/') return close(open);
  return end === undefined || (end === current.name && close(open));
}

function close(open: Open[]): boolean {
  const done = open.pop();
  const parent = open.at(-1);
  if (!done || !parent) return false;
  const { fields, name, text } = done;
  if (Object.keys(fields).length > 0 && text !== '') fields['#text'] = text;
  add(parent.fields, name, Object.keys(fields).length > 0 ? fields : text);
  return true;
}

function add(fields: Fields, name: string, value: unknown): void {
  const there = fields[name];
  fields[name] = there === undefined ? value : Array.isArray(there) ? [...there, value] : [there, value];
}

function attributesIn(written: string): Fields {
  const fields: Fields = Object.create(null);
  for (const [, name = '', one, other] of written.matchAll(new RegExp(ATTRIBUTE, 'g')))
    fields[name] = withoutEntities(one ?? other ?? '');
  return fields;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const withoutEntities = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (_, hex, decimal, name) =>
    name === undefined
      ? character(hex ? Number.parseInt(hex, 16) : Number(decimal))
      : (NAMED[name.toLowerCase()] ?? ''),
  );

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');
