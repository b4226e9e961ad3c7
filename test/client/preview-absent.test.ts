import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(__dirname, '..', '..', 'dist');

/** What only the preview has: its switch between persons and its way around WeChat's identity. */
const marks = ['预览身份', '/preview/persons', 'x-openid', '/client/functions/'];

function filesWith(mark: string, build: string): string[] {
  return readdirSync(join(dist, build), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|wxml|json)$/.test(name))
    .filter((name) => readFileSync(join(dist, build, name), 'utf8').includes(mark));
}

it.each(marks)('the build for WeChat has no %p', (mark) => {
  expect(filesWith(mark, 'weapp')).toEqual([]);
});

it.each(marks)('the preview has %p', (mark) => {
  expect(filesWith(mark, 'h5')).not.toEqual([]);
});
