import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FeeUnpaid } from '#domain/service-application/errors.ts';
import { barriersOn, describeInBrowser } from '#test/kit/browser.ts';
import { type AWeb, aFile, anOfficer, aWeb, onePixel, Refused } from './a-web.ts';

const phone = { width: 360, height: 740 };

describeInBrowser('the pages in a browser', (newPage) => {
  let web: AWeb;
  beforeEach(async () => {
    const files = Array.from({ length: 3 }, (_, i) =>
      aFile({ id: `file-${i + 1}`, acknowledgementNumber: `MCD-${i + 1}` }),
    );
    web = await aWeb({ pages: true, files, signedIn: anOfficer({ isAdministrator: true }) });
  });
  afterEach(() => web.close());

  const signIn = async (page: Page, to = '/desk'): Promise<Page> => {
    await page.goto(`${web.url}${to}`);
    await page.getByLabel('Name').fill('meera');
    await page.getByLabel('Password').fill('demo');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.pathname === to);
    return page;
  };
  /** As a person does: pressed again when nothing came of it, as when the page was just being changed. */
  const press = async (page: Page, key: string, until: Locator): Promise<void> => {
    for (let tries = 0; tries < 5; tries += 1) {
      await page.keyboard.press(key);
      const came = await until.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (came) return;
    }
    throw new Error(`nothing came of pressing ${key}`);
  };
  const decisions = () => web.done.filter(([what]) => what !== 'list');

  it('let an officer sign in, open a file, ask a question and approve the next one', async () => {
    const page = await signIn(await newPage());
    await page.getByRole('link', { name: 'MCD-1' }).click();
    await page.getByRole('button', { name: 'Ask a question' }).click();
    await page.getByLabel('Question').fill('Which hospital?');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await page.getByText('The question on MCD-1 was sent.').waitFor();

    await page.getByText('MCD-2', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('MCD-2 was approved.').waitFor();
    expect(decisions()).toEqual([
      ['query', { officerId: 'officer-1', applicationId: 'file-1', seenVersion: 3, text: 'Which hospital?' }],
      ['approve', { officerId: 'officer-1', applicationId: 'file-2', seenVersion: 3, text: '' }],
    ]);
  });

  it('show a long list page by page, and go on from file to file across the pages', async () => {
    await web.close();
    const files = [1, 2, 3, 4, 5].map((i) => aFile({ id: `file-${i}`, acknowledgementNumber: `MCD-${i}` }));
    web = await aWeb({ pages: true, files });
    const page = await signIn(await newPage());
    await page.getByText('Files: 5').waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('Files 4 to 5 of 5').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'MCD-4' }).click();
    await page.getByRole('button', { name: 'Previous' }).click();
    await page.getByText('File 3 of 5').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('File 4 of 5').waitFor();
    await page.getByRole('button', { name: 'All files' }).click();
    await page.getByRole('button', { name: 'By service' }).click();
    await page.getByText('Files 1 to 3 of 5').waitFor();
    expect(web.done.at(-1)).toEqual(['list', { officerId: 'officer-1', status: 'open', order: 'service', page: 1 }]);
  });

  it('let an officer talk to a citizen who asked for a person, and end it', async () => {
    const page = await signIn(await newPage());
    await page.getByRole('link', { name: 'Conversations' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('Namaste').waitFor();
    await page.getByText('Said by the machine').waitFor();
    await page.getByText('that you may not see: 2').waitFor();
    await page.getByRole('button', { name: 'Show earlier' }).click();
    await page.getByText('Much earlier').waitFor();
    // Of two photos one is here already.
    expect(await page.getByRole('link', { name: 'Open the file' }).count()).toBe(1);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Your answer').fill('It will be ready tomorrow.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'End the talk' }).click();
    await page.getByRole('heading', { name: 'Conversations' }).waitFor();
    expect(decisions()).toEqual([
      ['take', { officerId: 'officer-1', id: 'talk-1' }],
      ['history', { officerId: 'officer-1', id: 'talk-1' }],
      ['history', { officerId: 'officer-1', id: 'talk-1', before: 7 }],
      ['say', { officerId: 'officer-1', id: 'talk-1', text: 'It will be ready tomorrow.' }],
      ['end', { officerId: 'officer-1', id: 'talk-1' }],
    ]);
  });

  it('can be worked by keys alone', async () => {
    const page = await signIn(await newPage());
    await page.getByRole('link', { name: 'MCD-1' }).waitFor();
    await press(page, 'j', page.locator(':focus', { hasText: 'MCD-1' }));
    await press(page, 'j', page.locator(':focus', { hasText: 'MCD-2' }));
    await page.keyboard.press('Enter');
    await page.getByText('File 2 of 3').waitFor();
    await press(page, 'j', page.getByText('File 3 of 3'));
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    await press(page, 'a', page.getByRole('dialog'));
    await page.keyboard.press('Enter');
    await page.getByText('MCD-3 was approved.').waitFor();
    await press(page, 'Escape', page.getByRole('heading', { name: 'Files' }));
    expect(decisions()).toEqual([
      ['approve', { officerId: 'officer-1', applicationId: 'file-3', seenVersion: 3, text: '' }],
    ]);
  });

  it('say so when a file was changed meanwhile, and show it as it is now', async () => {
    Object.assign(web.world.deciding, {
      act: async () => {
        throw new Refused('conflict', 'application.changedMeanwhile');
      },
    });
    const page = await signIn(await newPage(), '/desk/files/file-1');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('This file was changed meanwhile.').waitFor();
    await page.getByRole('button', { name: 'Reload the file' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByText('MCD-1', { exact: true }).count()).toBe(1);
  });

  it('say why a decision is refused where the file was not changed', async () => {
    Object.assign(web.world.deciding, {
      act: async () => {
        throw new FeeUnpaid('MCD-1');
      },
    });
    const page = await signIn(await newPage(), '/desk/files/file-1');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('MCD-1: the fee is still to be paid').waitFor();
  });

  it('let a file be approved beside another about the same thing once the officer says that he saw that', async () => {
    await web.close();
    const duplicates = [{ acknowledgementNumber: 'MCD-9', status: 'submitted', isOfAnother: true }];
    web = await aWeb({ pages: true, files: [aFile({ duplicates })] });
    const page = await signIn(await newPage(), '/desk/files/file-1');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    expect(decisions()).toEqual([]);
    await page.getByLabel('I have looked at these as well: MCD-9').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('MCD-2026-000001 was approved.').waitFor();
    expect(decisions()).toMatchObject([['approve', { knowingly: true }]]);
  });

  it('let a document be corrected, and send only what was changed', async () => {
    await web.close();
    const correctable = [
      { questionId: 'childName', type: 'person-name', value: 'Aarav Invented', choices: [] },
      { questionId: 'bornOn', type: 'date', value: '2026-02-12', choices: [] },
      { questionId: 'gender', type: 'choice', value: 'female', choices: ['female', 'male'] },
    ];
    web = await aWeb({ pages: true, files: [aFile({ correctable, may: ['correct'] })] });
    const page = await signIn(await newPage(), '/desk/files/file-1');
    await page.getByRole('button', { name: 'Correct' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the child').fill('Arav Invented');
    await dialog.getByLabel('Reason').fill('Misspelt');
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Issue corrected' }).click();
    await page.getByText('MCD-2026-000001 was corrected').waitFor();
    expect(decisions()).toMatchObject([['correct', { text: 'Misspelt', corrections: { childName: 'Arav Invented' } }]]);
  });

  it('let a complaint be resolved with a photo of the work', async () => {
    await web.close();
    web = await aWeb({ pages: true, files: [aFile({ needsPhoto: true, may: ['resolve'] })] });
    const page = await signIn(await newPage(), '/desk/files/file-1');
    await page.getByRole('button', { name: 'Mark as resolved' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What was done').fill('Swept');
    await dialog.getByRole('button', { name: 'Mark as resolved' }).click();
    expect(decisions()).toEqual([]);
    const buffer = Buffer.from(onePixel);
    await dialog.getByLabel('Photo of the work').setInputFiles({ name: 'work.png', mimeType: 'image/png', buffer });
    await dialog.getByRole('button', { name: 'Mark as resolved' }).click();
    await page.getByText('MCD-2026-000001 was marked as resolved.').waitFor();
    expect(decisions()).toMatchObject([['resolve', { text: 'Swept', photo: buffer }]]);
  });

  it('find a file by its number without loading anew', async () => {
    const page = await signIn(await newPage());
    await page.getByRole('link', { name: 'MCD-1' }).waitFor();
    await press(page, '/', page.locator('input:focus'));
    await page.keyboard.type('MCD-3');
    await page.getByText('Files: 1').waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
  });

  it('show the day of submission as it was in India', async () => {
    await web.close();
    web = await aWeb({ pages: true, files: [aFile({ submittedAt: '2026-03-01T20:00:00.000Z' })] });
    const page = await signIn(await newPage());
    const row = page.getByRole('row', { name: 'MCD-2026-000001' });
    await row.waitFor();
    expect(await row.innerText()).toContain('2 Mar 2026');
  });

  it('mark what differs between the paper and the answer', async () => {
    const page = await signIn(await newPage(), '/desk/files/file-1');
    const row = page.getByRole('row', { name: 'Date of birth' });
    await row.waitFor();
    expect(await row.innerText()).toContain('Differs');
  });

  it('tell a wrong password apart from nothing', async () => {
    const page = await newPage();
    await page.goto(`${web.url}/desk`);
    await page.getByLabel('Name').fill('meera');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').innerText()).toBe('Please sign in first.');
  });

  it('end the session on signing out', async () => {
    const page = await signIn(await newPage());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/desk/login');
    expect(decisions()).toEqual([['sign-out', { token: 'token-of-the-session' }]]);
  });

  describe.each([
    ['en', {}],
    ['hi', phone],
  ] as const)('in %s', (language, size) => {
    const problemsOn = async (page: Page) => {
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      return [...(await barriersOn(page)), ...(width > (page.viewportSize()?.width ?? 0) ? ['scrolls sideways'] : [])];
    };

    it('have no barriers and do not scroll sideways, for anybody', async () => {
      const page = await newPage({ language, ...size });
      for (const path of ['/', '/v', '/v/BC-2026-1', '/v/NO-1', '/pay/paid', '/nowhere', '/desk/login']) {
        await page.goto(`${web.url}${path}`);
        await page.locator('h1').waitFor();
        expect(await problemsOn(page), path).toEqual([]);
      }
    });

    it('have no barriers and do not scroll sideways, for officers', async () => {
      const page = await newPage({ language, ...size });
      await page.context().addCookies([{ name: 'session', value: 'token-of-the-session', url: web.url }]);
      await page.goto(`${web.url}/dashboard/opt-in`);
      await page.getByRole('textbox').fill('+91 00000 00001');
      await page.getByRole('textbox').press('Enter');
      await page.locator('dd').first().waitFor();
      expect(await problemsOn(page), 'how somebody opted in').toEqual([]);
      for (const path of [
        '/desk',
        '/dashboard',
        '/dashboard/channels',
        '/dashboard/costs',
        '/dashboard/kiosks',
        '/desk/files/file-1',
      ]) {
        await page.goto(`${web.url}${path}`);
        await page.locator('tbody tr').first().waitFor();
        expect(await problemsOn(page), path).toEqual([]);
      }
      for (const key of ['a', 'r', '?']) {
        await press(page, key, page.getByRole('dialog'));
        expect(await problemsOn(page), `the dialog behind ${key}`).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    });
  });
});
