const separators = /[^\p{L}\p{N}_-]+/u;
/** Letters and digits that are too common to be looked for one by one. */
const plain = /^[\w-]$/;
/** Lengths of the pieces that names are found by: four neighbouring characters are rarely common. */
const lengths = [2, 4];
/** So many pieces of a query tell which of them is rare. */
const piecesTried = 5;

/** What a document is found by: `text` holds its names, `terms` their pieces for the index. */
export interface Searchable {
  terms: string[];
  text: string;
}

/** Names as they are searched: every two and four neighbouring characters, and each ideograph. */
export function searchable(...names: string[]): Searchable {
  const words = names.flatMap(wordsOf);
  return { terms: [...new Set(words.flatMap(piecesOf))], text: words.join(' ') };
}

export interface Search {
  /** pieces that whatever is found has all of; none when the query is too short for the index */
  pieces: string[];
  /** whether names hold every word of the query */
  fits(text: string): boolean;
}

/** What a query asks for; null when it holds no word. */
export function searchFor(query: string): Search | null {
  const words = wordsOf(query);
  if (words.length === 0) return null;
  const pieces = [...new Set(words.flatMap(rarestOf))];
  return {
    pieces: evenly(pieces, piecesTried),
    fits: (text) => words.every((word) => text.includes(word)),
  };
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(separators)
    .filter((word) => word !== '');
}

function piecesOf(word: string): string[] {
  const letters = [...word];
  const single = letters.filter((letter) => !plain.test(letter));
  return [...single, ...lengths.flatMap((length) => runsOf(letters, length))];
}

/** The longest pieces that a word is indexed by. */
function rarestOf(word: string): string[] {
  const letters = [...word];
  const length = lengths.filter((one) => one <= letters.length).at(-1);
  if (length !== undefined) return runsOf(letters, length);
  return letters.filter((letter) => !plain.test(letter));
}

function runsOf(letters: string[], length: number): string[] {
  return letters
    .slice(0, Math.max(0, letters.length - length + 1))
    .map((_, start) => letters.slice(start, start + length).join(''));
}

/** Some of a list, spread over all of it. */
function evenly<T>(list: T[], most: number): T[] {
  if (list.length <= most) return list;
  const step = (list.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, place) => list[Math.round(place * step)]).flatMap(
    (one) => (one === undefined ? [] : [one]),
  );
}
