export interface Contest {
  name: string;
  rounds: number;
  /** the engine's call, made ready before the clock starts: its EJSON is the SDK's work */
  call: (round: number) => [action: string, parameters: Record<string, unknown>];
  /** the same by hand-written SQL */
  sql: (round: number) => unknown;
}

export interface Outcome {
  benchmark: string;
  size: number;
  engineMs: number;
  sqlMs: number;
  ratio: number;
}

/** Runs both sides in turn, round by round, so that whatever slows the machine slows both; medians count. */
export function hold(
  { name, rounds, call, sql }: Contest,
  size: number,
  engine: (action: string, parameters: Record<string, unknown>) => unknown,
): Outcome {
  const ours: number[] = [];
  const hand: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [action, parameters] = call(round);
    const start = performance.now();
    engine(action, parameters);
    const middle = performance.now();
    sql(round);
    ours.push(middle - start);
    hand.push(performance.now() - middle);
  }
  const [engineMs, sqlMs] = [median(ours), median(hand)];
  return {
    benchmark: `documents: ${name}`,
    size,
    engineMs: rounded(engineMs),
    sqlMs: rounded(sqlMs),
    ratio: rounded(engineMs / sqlMs),
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
