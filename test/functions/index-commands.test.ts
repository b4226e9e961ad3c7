import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const record = {
  account: '甲',
  days: 30,
  articles: 20,
  reads: 20_000,
  maxReads: 5000,
  headlineReads: 10_000,
  wows: 160,
  maxWows: 50,
  headlineWows: 80,
};
const line = JSON.stringify(record);

function zhengwei(args: string[], input: string) {
  const script = ['--import', 'tsx', join(root, 'scripts', 'zhengwei.ts'), ...args];
  const { stdout, stderr, status } = spawnSync(process.execPath, script, {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((one) => one !== '');
  return { lines: lines.map((one) => JSON.parse(one)), stderr, status };
}
const score = (input: string) => zhengwei(['score', '--scheme=wci-13.0'], input);

test('a file from a spreadsheet, with a byte order mark and carriage returns, is read', () => {
  const { lines, status } = score(`\uFEFF${line}\r\n\r\n${line}\r\n`);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({ account: '甲', scheme: 'wci-13.0', value: expect.any(Number) });
  expect(lines[1]).toEqual(lines[0]);
  expect(status).toBe(0);
});

test('a bad line is named by its number and the rest goes on', () => {
  const { lines, status } = score(`{\n[]\n${line}\n${JSON.stringify({ ...record, reads: -1 })}`);
  expect(lines).toMatchObject([
    { line: 1, error: { code: 'invalid', fields: { line: expect.stringContaining('JSON') } } },
    { line: 2, error: { code: 'invalid', fields: { line: expect.stringContaining('对象') } } },
    { account: '甲' },
    { line: 4, error: { fields: { reads: '不能为负数' } } },
  ]);
  expect(status).toBe(1);
});

test('a number that is none is named by its field, and a full-width 10万+ is read', () => {
  const endless = line.replace('20000', 'Infinity');
  const none = line.replace('20000', 'NaN');
  const wide = JSON.stringify({ ...record, reads: 150_000, maxReads: '１０万＋' });
  expect(score(`${endless}\n${none}\n${wide}`).lines).toMatchObject([
    { line: 1, error: { fields: { reads: '须为有限的数' } } },
    { line: 2, error: { fields: { reads: '须为有限的数' } } },
    { flags: [{ code: 'reads-pinned' }] },
  ]);
});

test('an empty file is told, and a scheme that is none ends the run', () => {
  expect(score('')).toMatchObject({ lines: [], stderr: '没有读到任何记录\n', status: 0 });
  expect(zhengwei(['score', '--scheme', 'wci-99'], line)).toMatchObject({
    lines: [{ error: { code: 'not-found', fields: { scheme: expect.any(String) } } }],
    stderr: expect.stringContaining('wci-13.0'),
    status: 2,
  });
});

test('a line of twelve megabytes is one record', () => {
  const item = { title: 't'.repeat(80), reads: 100, wows: 1, headline: true };
  const long = JSON.stringify({ days: 30, items: Array.from({ length: 90_000 }, () => item) });
  expect(long.length).toBeGreaterThan(1e7);
  expect(score(long).lines[0]).toMatchObject({
    status: 'scored',
    rules: [{ code: 'derived' }, {}],
  });
});

test('a difference, a plan and flags come from files as well', () => {
  const pair = JSON.stringify({ a: record, b: { ...record, account: '乙', reads: 26_000 } });
  const { lines } = zhengwei(['compare', '--scheme', 'wci-13.0'], pair);
  const [{ terms, coverageEffect, difference }] = lines;
  const sum = (total: number, { effect }: { effect: number }) => total + effect;
  expect(terms.reduce(sum, 0) + coverageEffect).toBe(difference);
  const asked = JSON.stringify({ ...record, target: 500 });
  expect(zhengwei(['target', '--scheme', 'wci-13.0'], asked).lines[0]).toMatchObject({
    target: 500,
    single: expect.any(Array),
  });
  const pinned = JSON.stringify({ ...record, reads: 150_000, maxReads: 100_001 });
  expect(zhengwei(['anomalies'], pinned).lines[0]).toMatchObject({
    account: '甲',
    flags: [{ code: 'reads-pinned' }],
  });
});

test('a line that is no object is named as a whole by every command, and lacking fields by theirs', () => {
  for (const command of ['explain', 'compare', 'target', 'anomalies']) {
    const args = command === 'anomalies' ? [] : ['--scheme=wci-13.0'];
    const { lines, status } = zhengwei([command, ...args], '7\n');
    expect(lines).toMatchObject([
      { error: { fields: { line: expect.stringContaining('须为一个 JSON 对象') } } },
    ]);
    expect(status).toBe(1);
  }
  const { lines } = zhengwei(['compare', '--scheme=wci-13.0'], '{}');
  expect(lines[0].error).toMatchObject({
    message: '缺少字段，请补上 a、b',
    fields: { a: '必须填写' },
  });
});

test('a difference names the record that a wrong figure stands in', () => {
  const pair = JSON.stringify({ a: record, b: { ...record, reads: -1 } });
  const thin = JSON.stringify({ a: { days: 30 }, b: record });
  const { lines } = zhengwei(['compare', '--scheme', 'wci-13.0'], `${pair}\n${thin}`);
  expect(lines).toMatchObject([
    { line: 1, error: { fields: { 'b.reads': '不能为负数' } } },
    { line: 2, error: { fields: { a: expect.stringContaining('数据不足') } } },
  ]);
});

test('a family and a day give the version then in force; a day in none is told', () => {
  const on = (day: string) => zhengwei(['score', '--scheme', 'wci', '--day', day], line);
  expect(on('2018-05-01').lines[0]).toMatchObject({ scheme: 'wci-13.0' });
  const refused = (stderr: string) => ({
    lines: [{ error: { code: 'invalid', fields: { day: expect.any(String) } } }],
    stderr: expect.stringContaining(stderr),
    status: 2,
  });
  expect(on('1999-13-01')).toMatchObject(refused('不是有效的日期'));
  const before = on('1999-05-01');
  expect(before.lines[0]).toMatchObject({ error: { code: 'not-found' } });
  expect(before.stderr).toContain('wci-2.0 2012-08-23 至 2016-04-30');
});

test('an option or a field that is none is named, and a day outside a version is refused', () => {
  const refused = (...args: string[]) => zhengwei(args, line);
  expect(refused('score', '--shceme', 'wci-13.0')).toMatchObject({
    lines: [],
    stderr: expect.stringContaining('--shceme'),
    status: 2,
  });
  expect(refused('score', '--scheme', 'wci-13.0', 'records.jsonl')).toMatchObject({
    stderr: expect.stringContaining('< records.jsonl'),
    status: 2,
  });
  expect(refused('anomalies', '--schemes')).toMatchObject({ lines: [], status: 2 });
  expect(refused('anomalies', '--scheme', 'wci-13.0')).toMatchObject({
    lines: [{ flags: expect.any(Array) }],
    stderr: expect.stringContaining('不分方案'),
    status: 0,
  });
  expect(refused('score', '--scheme', 'wci-14.2', '--day', '2018-05-01')).toMatchObject({
    lines: [{ error: { code: 'not-found' } }],
    stderr: expect.stringContaining('2020-10-11'),
    status: 2,
  });
  const slip = JSON.stringify({ ...record, article: 20 });
  const { stderr, lines, status } = score(`${slip}\n${slip}`);
  expect(stderr.split('“article”')).toHaveLength(2);
  expect([lines.length, status]).toEqual([2, 0]);
});

test('a field of a line that is the record itself is named as it stands there', () => {
  const wrong = { ...record, reads: -1 };
  const flat = zhengwei(['anomalies'], JSON.stringify(wrong)).lines[0];
  const nested = zhengwei(['anomalies'], JSON.stringify({ record: wrong })).lines[0];
  expect(flat.error.fields).toEqual({ reads: '不能为负数' });
  expect(nested.error.fields).toEqual({ 'record.reads': '不能为负数' });
});

test('a slip of the pen is told by every command, in and beside the records that it takes', () => {
  const slip = { ...record, readz: 3 };
  const given: [string[], object][] = [
    [['compare', '--scheme=wci-13.0'], { a: record, b: slip, aa: record }],
    [['target', '--scheme=wci-13.0'], { record: slip, target: 900, limit: {} }],
    [['target', '--scheme=wci-13.0'], { ...slip, target: 900, limits: {}, limit: {} }],
    [['anomalies'], { record, history: [slip], peers: [], histroy: [] }],
    [['anomalies'], { ...record, history: [], peers: [slip], histroy: [] }],
  ];
  for (const [args, input] of given) {
    const { lines, stderr, status } = zhengwei(args, `${JSON.stringify(input)}\n`.repeat(2));
    const told = [...stderr.matchAll(/不认识字段“(.+?)”/g)].map(([, name]) => name);
    const beside = { compare: 'aa', target: 'limit', anomalies: 'histroy' }[String(args[0])];
    expect(told.sort()).toEqual([beside, 'readz'].sort());
    expect(lines).toHaveLength(2);
    expect(status).toBe(0);
  }
});

test.each([[[]], [null], ['x'], [7]])('a record that is %j is named by its place', (none) => {
  const good = JSON.stringify({ record, target: 500 });
  const target = zhengwei(
    ['target', '--scheme=wci-13.0'],
    `${JSON.stringify({ record: none, target: 500 })}\n${good}`,
  );
  const fields = { record: '每条记录须为一个 JSON 对象' };
  expect(target.lines).toMatchObject([{ line: 1, error: { fields } }, { account: '甲' }]);
  expect(target.status).toBe(1);
  const flags = zhengwei(
    ['anomalies'],
    `${JSON.stringify({ record: none })}\n${JSON.stringify({ record, history: [none] })}\n${line}`,
  );
  expect(flags.lines).toMatchObject([
    { line: 1, error: { fields } },
    { line: 2, error: { fields: { 'history[0]': fields.record } } },
    { account: '甲' },
  ]);
  expect(flags.status).toBe(1);
});
