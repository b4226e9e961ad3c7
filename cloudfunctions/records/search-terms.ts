import { database } from '../platform/cloudbase';
import { command, type Filter } from './collection';

const separators = /[^\p{L}\p{N}_-]+/u;

/** What a document is found by: `text` holds its names, `terms` their pieces for the index. */
export interface Searchable {
  terms: string[];
  text: string;
}

/** Names as they are searched: every two neighbouring characters of each word, and every single one. */
export function searchable(...names: string[]): Searchable {
  const words = names.flatMap(wordsOf);
  return { terms: [...new Set(words.flatMap(piecesOf))], text: words.join(' ') };
}

/** Documents whose names hold every word of a query: the index narrows, the text decides. */
export function matching(query: string): Filter[] {
  return wordsOf(query).flatMap((word) => [
    { terms: command.all(piecesOf(word)) },
    { text: database.RegExp({ regexp: word }) },
  ]);
}

/** Words hold letters, digits, `_` and `-` alone, so that none is an expression. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(separators)
    .filter((word) => word !== '');
}

function piecesOf(word: string): string[] {
  const letters = [...word];
  return [...letters, ...letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)];
}
