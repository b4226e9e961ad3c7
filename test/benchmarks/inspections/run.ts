import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { addToChecksum, draw, type FrameEntry } from '../../../cloudfunctions/domain/inspections';
import { sha256 } from '../../../cloudfunctions/platform/digest';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '200000' },
    share: { type: 'string', default: '0.02' },
  },
});
const size = Number(values.size);
const share = Number(values.share);
const levels = ['provincial', 'prefectural', 'county', 'township'];
const rounds = 5;

const frame = Array.from(
  { length: size },
  (_, index): FrameEntry => ({
    id: index.toString(16).padStart(24, '0'),
    stratum: `${levels[index % 4]}|department-${index % 24}|${11 + (index % 31)}`,
    recheck: index % 1000 === 0,
  }),
);

function measure(name: string, run: () => number): void {
  const times: number[] = [];
  let result = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    result = run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const milliseconds = Math.round(times[Math.floor(rounds / 2)] ?? 0);
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(JSON.stringify({ name, size, share, result, milliseconds, rssMegabytes: megabytes }));
}

measure('checksum of the frame', () => addToChecksum('', frame, sha256).length);
measure('draw', () => draw(frame, { seed: 's', witness: 'w' }, share, sha256).entries.length);
