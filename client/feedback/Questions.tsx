import { Text, Textarea, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../components/Card';
import { mostCharacters } from '../stores/feedback';
import { feedback } from '../stores/made/feedback';
import { aspects, outcomes, ratings } from './questions.data';
import './index.scss';

/** Ten seconds: big taps, all of them optional, and one sentence for who wants to say more. */
export const Questions = observer(function Questions() {
  return (
    <>
      <Card title="您觉得怎么样" note="点一下就行，不想答的可以不答">
        {aspects.map(({ aspect, label }) => (
          <View className="ask" key={aspect}>
            <View className="ask__label">{label}</View>
            <View className="ask__answers">
              {ratings.map(({ rating, label: word, sign }) => (
                <Answer
                  key={rating}
                  word={word}
                  sign={sign}
                  question={label}
                  chosen={feedback.ratings[aspect] === rating}
                  onTap={() => feedback.rate(aspect, rating)}
                />
              ))}
            </View>
          </View>
        ))}
      </Card>
      <Card title="来办过事的话" note="没办过可以跳过">
        <View className="ask__answers">
          {outcomes.map(({ outcome, label }) => (
            <Answer
              key={outcome}
              word={label}
              question="服务"
              chosen={feedback.service === outcome}
              onTap={() => feedback.serve(outcome)}
            />
          ))}
        </View>
      </Card>
      <Card title="还想说一句（可不填）" note="请不要写姓名、电话、网址；不会显示是谁写的">
        <Textarea
          className="ask__sentence"
          value={feedback.comment}
          maxlength={mostCharacters}
          placeholder="例如：希望多讲讲怎么办理"
          onInput={(event) => feedback.write(event.detail.value)}
        />
      </Card>
    </>
  );
});

interface Props {
  word: string;
  sign?: string;
  question: string;
  chosen: boolean;
  onTap: () => void;
}

function Answer({ word, sign, question, chosen, onTap }: Props) {
  return (
    <View
      className={chosen ? 'ask__answer ask__answer--chosen' : 'ask__answer'}
      hoverClass="pressed"
      ariaRole="radio"
      ariaLabel={`${question}：${word}`}
      onClick={onTap}
    >
      {sign && <Text>{sign}</Text>}
      <Text>{word}</Text>
    </View>
  );
}
