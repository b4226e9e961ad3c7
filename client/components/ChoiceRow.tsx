import { useState } from 'react';
import { Choices } from './Choices';
import { Row } from './Row';
import { Sheet } from './Sheet';

interface Props<Id extends string> {
  label: string;
  labels: Record<Id, string>;
  chosen: Id | null;
  /** shown when nothing is chosen */
  none?: string;
  onChoose: (id: Id) => void;
}

/** A row that opens the list it is chosen from. */
export function ChoiceRow<Id extends string>({
  label,
  labels,
  chosen,
  none = '请选择',
  onChoose,
}: Props<Id>) {
  const [open, setOpen] = useState(false);
  const ids = Object.keys(labels) as Id[];
  return (
    <>
      <Row
        label={label}
        value={chosen === null ? none : labels[chosen]}
        onOpen={() => setOpen(true)}
      />
      <Sheet title={label} open={open} onClose={() => setOpen(false)}>
        <Choices
          options={ids.map((id) => ({ id, label: labels[id] }))}
          chosen={chosen}
          onChoose={(id) => {
            setOpen(false);
            const found = ids.find((one) => one === id);
            if (found) onChoose(found);
          }}
        />
      </Sheet>
    </>
  );
}
