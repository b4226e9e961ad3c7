export { builtInList } from './built-in-list.data';
export { checkText, type FoundHit, type ListMatcher } from './check-text';
export { isIdentityNumber, personalNumbers, withoutNumbers } from './personal-numbers';
export { type Postings, postingsOf } from './postings';
export { type ReadList, readWordList, wordListTemplate } from './read-list';
export { hitsSheet, postingsSheet, publishedSheet } from './sheets';
export { comparedTitle, readTitle } from './titles';
export { type Matcher, wordMatcher } from './word-matcher';
