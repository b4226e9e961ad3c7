const markup = /<[^>]{0,200}>/g;
const entities: Record<string, string> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** A title as it is read: without markup, entities as what they stand for, in one width. */
export function readTitle(title: string): string {
  return title
    .replace(markup, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A title as it is compared: words alone, so that marks, blanks and case do not matter. */
export function comparedTitle(title: string): string {
  return readTitle(title)
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');
}
