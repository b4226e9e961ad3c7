const hard = '\u00a0';

/**
 * A line of facts set apart by 「 · 」, so that a phone's width breaks it after a fact, never within
 * 「第 2 期」 or 「14 天」.
 */
export function unbroken(line: string): string {
  return line
    .split(' · ')
    .map((fact) =>
      fact
        .replace(/(\d) (?=[\u4e00-\u9fff])/g, `$1${hard}`)
        .replace(/([\u4e00-\u9fff]) (?=\d)/g, `$1${hard}`)
        .replace(/日 (?=[\u4e00-\u9fff])/g, `日${hard}`),
    )
    .join(`${hard}· `);
}
