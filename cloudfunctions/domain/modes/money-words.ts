/** An amount in words, to a thousand yuan from 万元 on: `34 万元`, `800 元`. */
export function moneyWords(yuan: number): string {
  return yuan >= 10_000 ? `${Number((yuan / 10_000).toFixed(1))} 万元` : `${yuan} 元`;
}
