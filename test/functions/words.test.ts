import type * as words from '../../cloudfunctions/domain/words.data';
import type { RecordState } from '../../typings/inspections';
import type * as vocabulary from '../../typings/vocabulary';

type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Words<List extends keyof typeof words> = (typeof words)[List][number];

/** Each list is its vocabulary, no word more and none less: anything else does not compile. */
const equal: {
  levels: Equal<Words<'levels'>, vocabulary.Level>;
  departments: Equal<Words<'departments'>, vocabulary.Department>;
  kinds: Equal<Words<'kinds'>, vocabulary.AccountKind>;
  roles: Equal<Words<'roles'>, vocabulary.Role>;
  operatingModes: Equal<Words<'operatingModes'>, vocabulary.OperatingMode>;
  metrics: Equal<Words<'metrics'>, vocabulary.MetricName>;
  periodKinds: Equal<Words<'periodKinds'>, vocabulary.PeriodKind>;
  recordStates: Equal<Words<'recordStates'>, RecordState>;
} = {
  levels: true,
  departments: true,
  kinds: true,
  roles: true,
  operatingModes: true,
  metrics: true,
  periodKinds: true,
  recordStates: true,
};

test('the lists of the inputs are the vocabulary', () => {
  expect(Object.values(equal)).not.toContain(false);
});
