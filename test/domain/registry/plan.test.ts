import fc from 'fast-check';
import { previewOf, previewRegistry } from '../../../cloudfunctions/domain/registry/plan';
import { applied, header, plan, regions, row } from './registry-fixtures';

describe('previewRegistry', () => {
  it('adds what is new', () => {
    const { counts, changes, issues } = plan([header, row(1), row(2)]);
    expect(counts).toEqual({ rows: 2, added: 2, changed: 0, unchanged: 0, rejected: 0 });
    expect(issues).toEqual([]);
    expect(changes[0]?.record).toMatchObject({
      name: '示例发布1',
      wechatId: 'shili_1_fabu',
      kind: 'subscription',
      agency: { level: 'county', region: '350102', department: 'public-security' },
      filing: { number: null, date: null, status: 'none' },
      status: 'active',
      closedOn: null,
    });
  });

  it('changes nothing when the same sheet comes again', () => {
    const grid = [header, row(1), row(2)];
    const again = plan(grid, applied(plan(grid)));
    expect(again.counts).toEqual({ rows: 2, added: 0, changed: 0, unchanged: 2, rejected: 0 });
    expect(again.changes).toEqual([]);
  });

  it('shows what changes, as a person reads it, and leaves blanks alone', () => {
    const existing = applied(plan([header, row(1, { 主管单位: '示例市政府' })]));
    const { changes } = plan([header, row(1, { 类型: '服务号', 地域: '江苏南京鼓楼' })], existing);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.fields).toEqual([
      { column: '类型', from: '订阅号', to: '服务号' },
      { column: '地域', from: '福建省福州市鼓楼区', to: '江苏省南京市鼓楼区' },
    ]);
    expect(changes[0]?.record.agency.supervisorUnit).toBe('示例市政府');
  });

  it('finds the header below a title, in any order, and names columns it does not know', () => {
    const shuffled = [...header].reverse();
    const grid = [['账号登记表'], [], [...shuffled, '备注'], [...row(1).reverse(), '无']];
    const { counts, warnings } = plan(grid);
    expect(counts.added).toBe(1);
    expect(warnings).toEqual(['没有认出「备注」这一列，已忽略']);
  });

  it.each([
    ['类型', '公众号', '第 2 行「类型」“公众号”不在可选范围内，应为订阅号、服务号之一'],
    ['微信号', '中文号', '第 2 行「微信号」“中文号”格式不对：'],
    ['AppID', 'wx123', '第 2 行「AppID」“wx123”格式不对：wx 开头，共 18 位'],
    ['地域', '999999', '第 2 行「地域」“999999”没有这个行政区划代码'],
    ['地域', '不存在的地方', '第 2 行「地域」“不存在的地方”没有这个地域'],
    [
      '地域',
      '鼓楼区',
      '第 2 行「地域」“鼓楼区”有 2 个同名地域，请写明是哪一个：福建省福州市鼓楼区（350102）、江苏省南京市鼓楼区（320106）',
    ],
    ['主体', null, '第 2 行「主体」没有填写'],
    ['账号名称', '长'.repeat(61), '超过 60 字'],
  ])('refuses a bad %s (%s) by row and column', (column, value, message) => {
    const { issues, counts } = plan([header, row(1, { [column]: value }), row(2)]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ row: 2, column, kind: 'invalid' });
    expect(issues[0]?.message).toContain(message);
    expect(counts).toMatchObject({ added: 1, rejected: 1 });
  });

  it.each(['微信号', 'AppID'])('names both rows of a %s that comes twice', (column) => {
    const id = row(1)[header.indexOf(column)] ?? null;
    const upper =
      typeof id === 'string' ? id.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : id;
    const { issues, counts } = plan([header, row(1), row(2), row(3, { [column]: upper })]);
    expect(issues.map(({ row: number, kind }) => [number, kind])).toEqual([
      [2, 'conflict'],
      [4, 'conflict'],
    ]);
    expect(issues[0]?.message).toContain('与第 4 行重复');
    expect(issues[1]?.message).toContain('与第 2 行重复');
    expect(counts).toMatchObject({ added: 1, rejected: 2 });
  });

  it('refuses an AppID that another account has', () => {
    const existing = applied(plan([header, row(1)]));
    const { issues } = plan([header, row(2, { AppID: existing[0]?.appId ?? null })], existing);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ row: 2, column: 'AppID', kind: 'conflict' });
    expect(issues[0]?.message).toContain('「示例发布1」（微信号 shili_1_fabu）');
  });

  it('refuses another AppID for a registered 微信号', () => {
    const existing = applied(plan([header, row(1)]));
    const { issues } = plan([header, row(1, { AppID: 'wxffffffffffffffff' })], existing);
    expect(issues[0]).toMatchObject({ row: 2, column: 'AppID', kind: 'conflict' });
  });

  it('asks for the day an account was closed, and only then', () => {
    const wide = [...header, '账号状态', '关停日期'];
    const closing = plan([wide, [...row(1), '已关停', null], [...row(2), '在用', '2026-01-02']]);
    expect(closing.issues.map(({ message }) => message)).toEqual([
      '第 2 行「关停日期」没有填写：账号已关停',
      '第 3 行「关停日期」已填写，但账号状态不是「已关停」',
    ]);
    const closed = applied(plan([wide, [...row(1), '已关停', '2026年1月2日']]));
    expect(closed[0]).toMatchObject({ status: 'closed', closedOn: '2026-01-02' });
    const reopened = plan([wide, [...row(1), '在用', null]], closed);
    expect(reopened.changes[0]?.record).toMatchObject({ status: 'active', closedOn: null });
  });

  it.each([
    [[], 'invalid', '没有找到表头'],
    [[['账号名称', '主体']], 'invalid', '没有找到表头'],
    [[header], 'invalid', '表里没有账号'],
    [
      [header, ...Array.from({ length: 5001 }, (_, at) => row(at))],
      'too-large',
      '最多导入 5000 行',
    ],
  ])('refuses a sheet without use (%#)', (grid, code, message) => {
    const result = previewRegistry(grid, [], { regions });
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(!result.ok && result.error.message).toContain(message);
  });

  it('plans 3 000 rows against 3 000 accounts, each row looked at a fixed number of times', () => {
    const grid = [header, ...Array.from({ length: 3000 }, (_, at) => row(at))];
    const existing = applied(plan(grid));
    const changed = plan(
      grid.map((cells, at) => (at > 0 && at % 2 === 0 ? row(at - 1, { 类型: '服务号' }) : cells)),
      existing,
    );
    expect(changed.counts).toEqual({
      rows: 3000,
      added: 0,
      changed: 1500,
      unchanged: 1500,
      rejected: 0,
    });
    const preview = previewOf(changed);
    expect(preview.counts.changed).toBe(1500);
    expect(preview.changes).toHaveLength(200);
    expect(JSON.stringify(preview).length).toBeLessThan(100_000);
  });

  it('gives another digest to another plan and the same to the same', () => {
    const one = plan([header, row(1)]);
    expect(plan([header, row(1)]).digest).toBe(one.digest);
    expect(plan([header, row(2)]).digest).not.toBe(one.digest);
  });

  it('never throws, and accounts for each row once, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.constantFrom(...header, '订阅号', '鼓楼区', '2026-01-01', '-', ' '),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.constant(null),
    );
    const grid = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(grid, (rows) => {
        const result = previewRegistry([header, ...rows], [], { regions });
        if (!result.ok) return;
        const { counts, issues } = result.value;
        expect(counts.added + counts.changed + counts.unchanged + counts.rejected).toBe(
          counts.rows,
        );
        expect(issues.length).toBeGreaterThanOrEqual(counts.rejected);
      }),
    );
  });
});
