import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '#adapters/channels/read-xml.ts';

const plain = (xml: string): unknown => JSON.parse(JSON.stringify(readXml(xml) ?? null));

describe('XML of a gateway', () => {
  it('becomes a record of its elements', () => {
    const xml = `<?xml version="1.0"?><!-- ok --><response status='OK'>
      <sms id="1"><to>910000000001</to><text>Fish &amp; chips &#x928;</text></sms>
      <sms id="2"/><note><![CDATA[a < b]]></note><empty></empty><price currency="INR">0.18</price></response>`;
    expect(plain(xml)).toEqual({
      response: {
        status: 'OK',
        sms: [{ id: '1', to: '910000000001', text: 'Fish & chips न' }, { id: '2' }],
        note: 'a < b',
        empty: '',
        price: { currency: 'INR', '#text': '0.18' },
      },
    });
  });

  it.each(['OK: 1', '', '<a>', '<a></b>', '<a/><b/>', '</a>', '<a b=c/>', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'])(
    'is none: %s',
    (text) => expect(readXml(text)).toBeUndefined(),
  );

  it('leaves alone what nobody defined', () => {
    expect(plain('<a>&x; &#xFFFFFF;</a>')).toEqual({ a: '&x; \uFFFD' });
    expect(plain('<__proto__><polluted>1</polluted></__proto__>')).toMatchObject({});
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('says again what was written', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plain(`<a><b>${escaped(text)}</b></a>`)).toEqual({ a: { b: text.trim() } });
      }),
    );
  });

  it('never throws, whatever is sent', () => {
    const mess = fc
      .array(fc.constantFrom('<a', '>', '</a>', '/>', '<![CDATA[', ']]>', '<!--', '-->', '&#', ' b="', '"', 'x', '<a>'))
      .map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(mess, fc.string()), (text) => void readXml(text)));
  });
});
