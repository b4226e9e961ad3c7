import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSchemes } from '../../../cloudfunctions/domain/indices';
import { metricFacts } from '../../../cloudfunctions/domain/indices/metrics.data';
import { formFields } from '../../../cloudfunctions/domain/submissions/form-fields.data';
import type { MetricName } from '../../../typings/vocabulary';
import { scored } from './records';

const docs = join(__dirname, '..', '..', '..', 'docs');
const read = (path: string): string => readFileSync(join(docs, path), 'utf8');
const ids = listSchemes().map(({ id }) => id);

interface WorkedExample {
  record: unknown;
  value: number;
  parts: Record<string, number>;
}

function workedExample(page: string): WorkedExample {
  const block = /## Worked example[\s\S]*?```json\n([\s\S]*?)```/.exec(page)?.[1];
  return JSON.parse(block ?? 'null');
}

describe.each(ids)('the page of %s', (id) => {
  const page = read(`schemes/${id}.md`);

  it('works its example to the last digit shown', () => {
    const { record, value, parts } = workedExample(page);
    const result = scored(id, record);
    expect(result.value).toBeCloseTo(value, 6);
    expect(Object.keys(result.parts)).toEqual(Object.keys(parts));
    for (const [key, part] of Object.entries(parts)) {
      expect(result.parts[key]?.value).toBeCloseTo(part, 6);
    }
  });

  it('is listed, and says when it is in force, where it comes from and what is unsettled', () => {
    expect(read('schemes/README.md')).toContain(`[\`${id}\`](${id}.md)`);
    expect(page).toMatch(/^- In force: .+/m);
    expect(page).toMatch(/^- Source: .+/m);
    expect(page).toMatch(/^- `10万\+` is read as .+/m);
    expect(page).toContain('## Unsettled');
  });
});

it('defines every metric as the form does', () => {
  const rows = read('metrics.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(formFields));
  const words: Record<string, string> = { times: '次数', people: '人数' };
  for (const [, name, label, definition, unit, measure, popular] of rows) {
    const metric = name as MetricName;
    const field = formFields[metric];
    expect({ label, definition, unit }).toEqual({
      label: field.label,
      definition: field.definition,
      unit: field.unit,
    });
    expect(measure).toBe(words[field.measure ?? ''] ?? '—');
    expect(popular === 'yes').toBe(metricFacts[metric].popularity);
  }
});
