import type { Page, SheetPart } from '../answer';
import type {
  MatrixRow,
  MatrixStatement,
  MenuColumn,
  Neighbourhood,
  RegionCoverage,
  RegionMap,
  StoredStatement,
} from '../matrix';
import type { Department, Level, RegionCode } from '../vocabulary';

export interface MatrixApi {
  'matrix.neighbourhood': (input: { accountId: string; cursor?: string }) => Neighbourhood;
  'matrix.statement': (input: { accountId: string }) => StoredStatement | null;
  /** a menu out of the text that WeChat's menu interface answers; nothing is stored */
  'matrix.readMenu': (input: { text: string }) => { menu: MenuColumn[] };
  'matrix.save': (input: {
    requestKey: string;
    accountId: string;
    statement: MatrixStatement;
    basedOnRevision: number;
  }) => StoredStatement;
  'matrix.table': (input: {
    regionPrefix?: RegionCode;
    levels?: Level[];
    department?: Department;
    cursor?: string;
  }) => Page<MatrixRow>;
  'matrix.coverage': (input: { region: RegionCode }) => RegionCoverage;
  'matrix.map': (input: { region: RegionCode }) => RegionMap;
  'matrix.exportTable': (input: {
    regionPrefix?: RegionCode;
    levels?: Level[];
    department?: Department;
    cursor?: string;
  }) => SheetPart;
  'matrix.exportMap': (input: { region: RegionCode }) => { url: string };
  'matrix.export': (input: { accountId: string }) => { url: string };
}
