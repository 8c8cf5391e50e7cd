import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#adapters/stand-ins/graph-api/index.ts';
import { aChat } from '../kit/a-chat.ts';
import { aPlatform, DEPARTMENT_LINE, type TestPlatform } from '../kit/a-platform.ts';

const ASHA = '+910000000021';

describe('a department with a number of its own', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await aPlatform({
      environment: {
        WHATSAPP_DEPARTMENT_NUMBERS: `jal-board=${DEPARTMENT_LINE}:+911100000002,all=100000000000001:+911100000001`,
      },
    });
  });
  afterAll(() => platform.stop());

  const writesToIt = (draft: Draft) => platform.graph.sendAs({ phone: ASHA }, draft, DEPARTMENT_LINE);

  it('offers what it does, and says where the rest is done', async () => {
    const chat = aChat(platform, { phone: ASHA });
    await writesToIt({ type: 'text', text: 'janam praman patra chahiye' });
    expect(await chat.hears(/\+911100000001/)).toMatch(/Delhi Jal Board|Jal Board/i);
    await chat.hears(/\+911100000001/);
    await writesToIt({ type: 'choice', id: 'menu/services' });
    await chat.hears(/kaun|kis/i);
    const offered = chat.offered().join(' ');
    expect(offered).toMatch(/paani|pani|water/i);
    expect(offered).not.toMatch(/janam|birth/i);
    const lines = platform.graph.transcript(ASHA).map(({ line }) => line);
    expect(new Set(lines)).toEqual(new Set([DEPARTMENT_LINE]));
  });

  it('knows the same citizen who then writes to the number for everything', async () => {
    const chat = aChat(platform, { phone: ASHA });
    await chat.says('janam praman patra chahiye');
    await chat.hears(/Shuru karein/);
    expect(await platform.database.query('select count(*)::integer as count from citizen')).toEqual([{ count: 1 }]);
  });
});
