const separators = /[^\p{L}\p{N}_-]+/u;

/**
 * The pieces of names that an index finds them by: every two neighbouring characters, and every
 * single one. A name holds a query when it holds all of the query's pieces (bar rare reorderings).
 */
export function searchTerms(...texts: string[]): string[] {
  const terms = texts.flatMap((text) =>
    text.normalize('NFKC').toLowerCase().split(separators).flatMap(piecesOf),
  );
  return [...new Set(terms)];
}

function piecesOf(word: string): string[] {
  const letters = [...word];
  return [...letters, ...letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)];
}
