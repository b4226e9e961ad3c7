import { observer } from 'mobx-react-lite';
import { DayRow } from '../../components/DayRow';
import { FieldRow } from '../../components/FieldRow';
import { dayAt } from '../../periods';
import type { ApplicationForm } from '../../stores/application-form';
import { lifecycle } from '../../stores/made/lifecycle';
import type { subjectQuestions } from './questions.data';

interface Props {
  form: ApplicationForm;
  questions: ReturnType<typeof subjectQuestions>;
}

/** Some questions of an application, each with what is wrong with its answer. */
export const Questions = observer(function Questions({ form, questions }: Props) {
  const today = dayAt(Date.now());
  const bounds = { coming: { from: today }, past: { to: today }, any: {} };
  const fields = lifecycle.acted.error?.fields ?? {};
  return (
    <>
      {questions
        .filter(({ kinds }) => !kinds || kinds.includes(form.kind))
        .map(({ field, label, placeholder, day }) => {
          const error = fields[`application.${field}`] ?? fields[`act.application.${field}`];
          const value = form.text[field] ?? '';
          const onAnswer = (text: string) => form.type(field, text);
          return day ? (
            <DayRow
              key={field}
              label={label}
              note={error}
              value={value || null}
              {...bounds[day]}
              onChoose={onAnswer}
            />
          ) : (
            <FieldRow
              key={field}
              id={field.replaceAll('.', '-')}
              label={label}
              placeholder={placeholder}
              value={value}
              maxLength={300}
              error={error}
              onInput={onAnswer}
            />
          );
        })}
    </>
  );
});
