const hard = '\u00a0';

/** A fact that a phone's width never breaks within 「第 2 期」 or 「14 天」. */
export function unbroken(fact: string): string {
  return fact
    .replace(/(\d) (?=[\u4e00-\u9fff])/g, `$1${hard}`)
    .replace(/([\u4e00-\u9fff]) (?=\d)/g, `$1${hard}`)
    .replace(/日 (?=[\u4e00-\u9fff])/g, `日${hard}`);
}
