import { join } from 'node:path';
import { checkTemplates } from '../../local/devtools';
import { launch, type Session } from './support/session';

const built = join(__dirname, '../../dist/weapp');
const tabs = ['overview', 'submit', 'mode', 'me'];

test('WeChat’s own compiler accepts every template', () => {
  expect(checkTemplates(built).errors).toEqual([]);
});

describe('every tab', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session.close());

  test.each(tabs)('%s opens and shows something', async (tab) => {
    await session.program.callWxMethod('switchTab', { url: `/pages/${tab}/index` });
    expect((await session.page()).path).toBe(`pages/${tab}/index`);
    expect(await session.textOf('view')).not.toBe('');
  });

  test('none with a defect', () => {
    expect(session.defects()).toEqual([]);
  });
});
