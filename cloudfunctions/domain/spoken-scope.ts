/** A scope's label as a sentence says it: 「福建省 · 县区级 · 教育」 is 「福建省（县区级、教育）」. */
export function spokenScope(label: string): string {
  const [region = '', ...narrowed] = label.split(' · ').filter((part) => part !== '全部账号');
  return narrowed.length > 0 ? `${region}（${narrowed.join('、')}）` : region;
}
