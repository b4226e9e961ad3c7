import { type SamplePreview, startSamplePreview } from '../support/sample-preview';

const chief = 'preview-supervisor-city';
const staff = 'preview-staff-fulian';
const account = '福州妇联';
const inspection = '2026年市直政务新媒体专项检查';

let preview: SamplePreview;

beforeAll(async () => {
  preview = await startSamplePreview();
}, 120_000);

afterAll(() => preview?.close());

/** Types into the field of a label on the page that is shown. */
async function fill(label: string, text: string): Promise<void> {
  const field = preview.page.locator('.field').filter({
    has: preview.page.getByText(label, { exact: true }),
  });
  await field.locator('textarea, input').locator('visible=true').first().fill(text);
}

/** Presses the button of a text on the page that is shown, once it can be pressed. */
async function press(text: string): Promise<void> {
  const ready = preview.page.locator('.action:not(.action--waiting)');
  const button = ready.filter({ hasText: new RegExp(`^${text}$`) });
  await button.locator('visible=true').last().click();
}

const shown = (text: string) => preview.page.getByText(text).locator('visible=true').first();

async function openOwnRecord(): Promise<void> {
  await preview.visit(staff, 'supervision/inspections/mine/index');
  await preview.page.getByText(inspection).first().click();
  await shown('经过').waitFor();
}

async function openAnswered(): Promise<void> {
  await preview.visit(chief, 'supervision/inspections/due/index');
  await preview.page.getByText('待复查').first().click();
  await preview.page
    .locator('.row')
    .filter({ hasText: account })
    .filter({ hasText: inspection })
    .click();
  await fill('复查意见', '抽看留言，核对回复时间。');
}

test('a rectification is sent, fails its re-check, is sent again and passes', async () => {
  await openOwnRecord();
  await fill('说明', '已开通留言并安排专人值守。');
  await press('提交整改情况');
  await shown('整改情况已提交，等待主管部门复查。').waitFor();

  await openAnswered();
  await press('未通过，重新整改');
  await shown('复查未通过，重新整改').waitFor();

  await preview.visit(staff, 'supervision/inspections/mine/index');
  await shown(`“${account}”复查未通过`).waitFor();
  await openOwnRecord();
  await fill('说明', '积压的留言已全部回复。');
  await press('提交整改情况');
  await shown('整改情况已提交，等待主管部门复查。').waitFor();

  await openAnswered();
  await press('通过');
  await shown('✓ 已整改').waitFor();
  expect(preview.errors).toEqual([]);
}, 120_000);

test('an inspection is planned, its list frozen, and given up with a reason', async () => {
  await preview.visit(chief, 'supervision/inspections/new/index');
  await fill('检查名称', '范围选错的检查');
  await press('建立检查');
  await press('封存种子并冻结名单');
  await shown('下一步：抽取').waitFor();
  await press('作废这次检查');
  await fill('理由', '范围选错，另建检查');
  await press('确认作废');
  await shown('范围选错，另建检查').waitFor();

  await preview.visit(chief, 'supervision/inspections/index');
  const row = preview.page.locator('.row').filter({ hasText: '范围选错的检查' });
  await row.getByText('已作废').waitFor();
  expect(preview.errors).toEqual([]);
}, 120_000);

/** Opens the row of a label and chooses in the sheet that rises. */
async function choose(label: string, ...options: string[]): Promise<void> {
  await preview.page.locator('.row').filter({ hasText: label }).locator('visible=true').click();
  for (const option of options) {
    const sheet = preview.page.locator('.sheet');
    await sheet.getByText(option, { exact: true }).locator('visible=true').click();
  }
}

test('an inspection of one region, level and system draws their account alone', async () => {
  await preview.visit(chief, 'supervision/inspections/new/index');
  await fill('检查名称', '福清公安系统检查');
  await choose('地域', '福清市');
  await choose('级别', '县区级');
  await choose('系统', '公安');
  await fill('抽查比例', '100');
  await press('建立检查');
  for (const part of ['福建省福州市福清市', '县区级', '公安']) await shown(part).waitFor();
  await press('封存种子并冻结名单');
  await shown('下一步：抽取').waitFor();
  await fill('见证数', '2026330');
  await press('抽取');
  await preview.page.locator('.taro-modal__foot').getByText('抽取').click();
  await shown('下一步：分派检查员').waitFor();

  await shown('1 个（复查 0）').waitFor();
  await preview.page.locator('.row').filter({ hasText: '福清市公安局' }).click();
  await preview.page.waitForURL(/inspections\/record\/index/);
  await shown('福清公安').waitFor();
  expect(preview.errors).toEqual([]);
}, 120_000);
