/** Without I O S V Z, which are misread (GB 32100-2015, 5.2). */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = /^[0-9A-HJ-NP-RTUW-Y]{18}$/;

/** Whether a text is a 统一社会信用代码: 18 characters, the last a check on the others (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (!shape.test(code)) return false;
  const sum = [...code.slice(0, 17)].reduce(
    (total, character, index) => total + alphabet.indexOf(character) * (3 ** index % 31),
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}
