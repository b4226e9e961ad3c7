type Entry = Record<string, string | number | boolean | null>;

/** One JSON line an entry: JSON escapes what could forge another line. */
function write(level: 'info' | 'error', event: string, entry: Entry): void {
  process.stdout.write(`${JSON.stringify({ level, event, ...entry })}\n`);
}

export function logInfo(event: string, entry: Entry): void {
  write('info', event, entry);
}

/** Logs what failed with its stack; the caller is never shown either. */
export function logFailure(event: string, failure: unknown, entry: Entry = {}): void {
  const error = failure instanceof Error ? failure : new Error(JSON.stringify(failure));
  write('error', event, { ...entry, message: error.message, stack: error.stack ?? null });
}
