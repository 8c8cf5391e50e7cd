import { describe, expect, it } from 'vitest';
import { asksFirst, topicsAsked } from '#domain/answers/asked-topics.ts';

describe('what is asked about a service', () => {
  it.each([
    ['janm praman patra ki fees kitni hai?', 'fee'],
    ['जन्म प्रमाण पत्र की फ़ीस कितनी है', 'fee'],
    ['marriage registration me kitna kharcha aata hai', 'fee'],
    ['licence ke kitne paise lagenge', 'fee'],
    ['how much does it cost to register a pet', 'fee'],
    ['income certificate kitne din me banta hai', 'days'],
    ['आय प्रमाण पत्र कितने दिन में बनता है', 'days'],
    ['how long does a pension take', 'days'],
    ['caste certificate kab tak milega', 'days'],
    ['ration card ke liye kaunse kagaz lagenge', 'papers'],
    ['राशन कार्ड के लिए कौन से काग़ज़ लगेंगे', 'papers'],
    ['what documents are needed for a caste certificate', 'papers'],
    ['domicile ke liye kya kya chahiye', 'papers'],
    ['widow pension kaun le sakta hai', 'who'],
    ['विधवा पेंशन किसे मिलती है', 'who'],
    ['who can apply for old age pension', 'who'],
    ['pension ke liye umar kitni chahiye', 'who'],
    ['domicile certificate ke liye kahan jaana hoga', 'where'],
    ['शादी का पंजीकरण कहाँ होता है', 'where'],
    ['where do I have to go for marriage registration', 'where'],
  ])('"%s" asks about its %s', (text, topic) => {
    expect(topicsAsked(text)).toEqual([topic]);
  });

  it('may be two things in one breath', () => {
    expect(topicsAsked('fees kitni hai aur kitne din lagenge')).toEqual(['fee', 'days']);
  });

  it.each([
    'budhapa pension me kitna paisa milta hai',
    'tuition fees wapas kaise milti hai',
    'learner licence kitne din valid hai',
    'kahan tak pahuncha mera kaam',
    'income certificate kya hota hai',
    'mere ghar beti hui hai',
  ])('"%s" asks about none of these', (text) => {
    expect(topicsAsked(text)).toEqual([]);
  });

  it.each([
    ['where do I register my marriage', true],
    ['मकान के लिए कहाँ जाना होगा', true],
    ['shaadi ka registration karwana hai, kahan jana hoga', true],
    ['ration card ke kagaz banwane hain', false],
    ['janm praman patra banwana hai, kab milega', false],
    ['mera rashan card banwana hai', false],
  ])('"%s" asks first, before anything is begun: %s', (text, isSo) => {
    expect(asksFirst(text)).toBe(isSo);
  });
});
