import { InspectionRecordStore } from '../../client/stores/inspection-record';
import type { Answer } from '../../typings/answer';
import type { InspectionRecord, InspectionRecordDetail } from '../../typings/inspections';
import { failed, fakeCloud, fakeViewer, ok } from './fakes';

const record = (state: InspectionRecordDetail['state']) =>
  ({ id: 'r', state }) as InspectionRecordDetail;

async function opened(answer: Answer<InspectionRecord>) {
  let state: InspectionRecordDetail['state'] = 'answered';
  const fake = fakeCloud({
    'inspections.ruleSets': () => ok({ ruleSets: [] }),
    'inspections.record': () => ok(record(state)),
    'inspections.recheck': () => {
      if (answer.ok) state = answer.data.state;
      return answer;
    },
  });
  const store = new InspectionRecordStore(fake.cloud, fakeViewer().openFile);
  await store.open('r');
  return { store, inputsOf: fake.inputsOf };
}

it('shows a record anew once it is decided, and asks for the rules once', async () => {
  const { store, inputsOf } = await opened(ok(record('resolved')));
  await store.recheck('r', { accepted: true, text: '已恢复更新' });
  expect(store.record.value?.state).toBe('resolved');
  expect(inputsOf('inspections.recheck')).toMatchObject([{ recordId: 'r', accepted: true }]);
  expect(inputsOf('inspections.ruleSets')).toHaveLength(1);
});

it('decides once however often it is tapped', async () => {
  const { store, inputsOf } = await opened(ok(record('resolved')));
  const decision = { accepted: true, text: '已恢复更新' };
  await Promise.all([store.recheck('r', decision), store.recheck('r', decision)]);
  expect(inputsOf('inspections.recheck')).toHaveLength(1);
});

it('keeps the record as it was shown and says why, when a decision is refused', async () => {
  const { store, inputsOf } = await opened(failed('conflict'));
  await store.recheck('r', { accepted: false, text: '仍未更新' });
  expect(store.record.value?.state).toBe('answered');
  expect(store.decided.error?.code).toBe('conflict');
  expect(inputsOf('inspections.record')).toHaveLength(1);
});
