import type { ActionInput, ActionName, ActionOutput } from '../../typings/api';
import { dayOf, monthBefore, notifiedExport } from '../functions/support/exports';
import { type SampleCloud, startSampleCloud } from '../support/sample-cloud';
import { launch, type Session, type TextInput } from './support/session';

declare const wx: {
  env: { USER_DATA_PATH: string };
  getFileSystemManager(): {
    writeFileSync(path: string, content: string, encoding: 'base64'): void;
  };
};

const openid = 'preview-staff-gulou';
const accountId = 'sample-jiazaigulou';
const month = monthBefore(0);
const reads = Array.from({ length: 8 }, (_, index) => 900 + index * 100);
const answers: [metric: string, value: string][] = [
  ['likes', '160'],
  ['maxLikes', '40'],
  ['wows', '96'],
  ['followers', '128000'],
  ['lostFollowers', '300'],
  ['comments', '40'],
  ['replies', '36'],
  ['medianReplyHours', '5'],
  ['workingServiceEntries', '6'],
  ['serviceUses', '900'],
  ['serviceCompletions', '800'],
];

let cloud: SampleCloud;
let session: Session;

beforeAll(async () => {
  cloud = await startSampleCloud();
  session = await launch({ cloud: { url: cloud.cloudbase.url, openid } });
}, 120_000);
afterAll(async () => {
  await session?.close();
  await cloud?.close();
});

test('an export picked in the built mini program becomes the score on its overview', async () => {
  await session.go('/pages/submit/index');
  await tapText('.row', '周期');
  await tapText('.choices__option', `${month.slice(0, 4)}年${Number(month.slice(5))}月`);
  await offer('数据明细.xls', notifiedExport(month, reads));
  await tapText('.action', '选择文件');

  await session.waitFor('#field-likes');
  for (const [metric, value] of answers) {
    const field = await session.waitFor(`#field-${metric}`, '.field__input');
    await (field as TextInput).input(value);
  }
  await tapText('.action', '下一步');
  await tapText('.action', '确认提交');
  const receipt = Number(await session.textOf('.receipt__value'));

  await tapText('.action', '查看概览');
  await session.waitFor('.hero__value');
  const { score: stored } = await call('scores.detail', { accountId });
  expect(stored.period).toBe(month);
  expect(receipt).toBeCloseTo(stored.value ?? Number.NaN, 1);
  await eventually(async () => Number(await session.textOf('.hero__value')), receipt);
}, 60_000);

test('nothing goes wrong on the way', () => {
  expect(session.defects()).toEqual([]);
});

test('the export is what the score was made from', async () => {
  const { revisions } = await call('submissions.history', { accountId, period: month });
  const [kept] = revisions;
  expect(kept?.figures.reads?.value).toBe(reads.reduce((sum, one) => sum + one, 0));
  expect(kept?.figures.articles?.value).toBe(reads.length);
  expect(kept?.figures.likes).toMatchObject({ value: 160, source: 'form' });
  const days = kept?.items.map(({ publishedAt }) => publishedAt?.slice(0, 10));
  expect(days).toContain(dayOf(month, 1));
});

/** Puts a file on the device, where the picker finds it; in WeChat DevTools as in the stand-in. */
async function offer(name: string, bytes: Uint8Array): Promise<void> {
  const content = Buffer.from(bytes).toString('base64');
  const path = await session.program.evaluate(
    (file: string, text: string) => {
      const written = `${wx.env.USER_DATA_PATH}/${file}`;
      wx.getFileSystemManager().writeFileSync(written, text, 'base64');
      return written;
    },
    name,
    content,
  );
  await session.program.mockWxMethod('chooseMessageFile', {
    errMsg: 'chooseMessageFile:ok',
    tempFiles: [{ name, path, size: bytes.length, time: 0, type: 'file' }],
  });
}

async function tapText(selector: string, text: string): Promise<void> {
  await session.waitFor(selector);
  for (let turn = 0; turn < 100; turn += 1) {
    for (const element of await (await session.page()).$$(selector)) {
      if ((await element.text()).includes(text)) return element.tap();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no ${selector} says ${text}`);
}

async function eventually(read: () => Promise<number>, expected: number): Promise<void> {
  for (let turn = 0; turn < 40 && (await read()) !== expected; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await read()).toBe(expected);
}

async function call<A extends ActionName>(
  name: A,
  input: ActionInput<A>,
): Promise<ActionOutput<A>> {
  const [fn, action] = name.split('.');
  const response = await fetch(`${cloud.cloudbase.url}/client/functions/${fn}`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: JSON.stringify({ action, input }),
  });
  const { result } = (await response.json()) as { result: { data: ActionOutput<A> } };
  return result.data;
}
