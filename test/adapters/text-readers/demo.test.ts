import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { demo, demoPaper } from '#adapters/text-readers/demo/index.ts';
import { sampleSlipJpeg } from '#adapters/text-readers/demo/sample-slip.ts';
import { describeTextReader } from '#test/contracts/describe-text-reader.ts';

const facts = { child_dob: '2026-03-05', child_gender: 'female', mother_name: 'Sunita Devi' };

describeTextReader(demo, {
  settings: {},
  factNames: { 'birth-slip': ['child_dob', 'child_gender', 'place', 'mother_name', 'father_name', 'hospital'] },
  reads: [
    {
      name: 'what a marked file says',
      file: () => demoPaper({ type: 'birth-slip', facts }),
      expected: ['birth-slip'],
      type: 'birth-slip',
      facts,
    },
    {
      name: 'a mark behind other bytes, with nothing expected',
      file: () => demoPaper({ type: 'birth-slip', facts }, '\xff\xd8\xff'),
      expected: [],
      type: 'birth-slip',
      facts,
    },
  ],
  refuses: [
    {
      name: 'a blurred photograph',
      file: () => demoPaper({ problems: ['blurred'] }),
      expected: ['birth-slip'],
      problem: 'blurred',
    },
    {
      name: 'another paper than asked for',
      file: () => demoPaper({ type: 'aadhaar' }),
      expected: ['birth-slip'],
      problem: 'wrongType',
    },
    { name: 'a paper that says nothing', file: () => demoPaper({}), expected: [], problem: 'noText' },
    {
      name: 'a mark before nonsense',
      file: () => Buffer.from('ek-sandesh-demo-paper:{nonsense'),
      expected: [],
      problem: 'notAPaper',
    },
  ],
  fails: [
    { name: 'a file that asks for it, for now', file: () => demoPaper({ fail: 'later' }), expected: [], retry: true },
    { name: 'a file that asks for it, for good', file: () => demoPaper({ fail: 'never' }), expected: [], retry: false },
  ],
  secrets: ['Sunita'],
});

describe('the sample slip', () => {
  it('is a picture small enough for every channel', async () => {
    const jpeg = await sampleSlipJpeg();
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 1240 });
    expect(jpeg.length).toBeLessThan(400_000);
  });
});
