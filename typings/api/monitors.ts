import type { Page, SheetPart } from '../answer';
import type {
  HitCounts,
  HitDecision,
  HitKind,
  PostingRecord,
  Published,
  TextHit,
  TitleHit,
  WordListHead,
  WordListPreview,
} from '../monitors';
import type { Day, RegionCode } from '../vocabulary';

export interface MonitorsApi {
  'monitors.postings': (input: {
    by: 'gap' | 'below';
    regionPrefix?: RegionCode;
    cursor?: string;
  }) => Page<PostingRecord>;
  'monitors.hits': (input: {
    state: 'open' | HitDecision;
    kind?: HitKind;
    regionPrefix?: RegionCode;
    cursor?: string;
  }) => Page<TitleHit>;
  'monitors.exportPostings': (input: {
    by: 'gap' | 'below';
    regionPrefix?: RegionCode;
    cursor?: string;
  }) => SheetPart;
  'monitors.exportHits': (input: {
    state: 'open' | HitDecision;
    kind?: HitKind;
    regionPrefix?: RegionCode;
    cursor?: string;
  }) => SheetPart;
  'monitors.ofAccount': (input: { accountId: string }) => { counts: HitCounts; hits: TitleHit[] };
  'monitors.decide': (input: {
    requestKey: string;
    hitId: string;
    decision: HitDecision;
    note?: string;
  }) => TitleHit;
  /** accounts in scope that published a title; as information, never as a duty */
  'monitors.published': (input: {
    title: string;
    publishedOn?: Day;
    withinDays: number;
    cursor?: string;
  }) => Page<Published>;
  'monitors.exportPublished': (input: {
    title: string;
    publishedOn?: Day;
    withinDays: number;
    cursor?: string;
  }) => SheetPart;
  /** a look at a text before it is published; nothing is stored */
  'monitors.check': (input: { text: string }) => { hits: TextHit[] };
  'monitors.wordLists': (input: Record<string, never>) => { lists: WordListHead[] };
  'monitors.previewWordList': (input: { fileId: string }) => WordListPreview;
  'monitors.saveWordList': (input: {
    requestKey: string;
    fileId: string;
    digest: string;
    regionPrefix: RegionCode;
    title: string;
    source: string;
    effectiveFrom: Day;
  }) => WordListHead;
  'monitors.wordListTemplate': (input: Record<string, never>) => { url: string };
}
