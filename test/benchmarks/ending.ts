const left = new Set<() => void>();
let listening = false;

function endAll(): void {
  for (const end of left) end();
  left.clear();
}

/**
 * Ends what a benchmark has started when the benchmark itself ends, by a signal or by an error too;
 * answers with the way to forget it again. Only a kill that nobody can hear leaves it behind.
 */
export function endWithBenchmark(end: () => void): () => void {
  if (!listening) {
    listening = true;
    process.once('exit', endAll);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => process.exit(1));
    }
  }
  left.add(end);
  return () => left.delete(end);
}
