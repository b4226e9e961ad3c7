import { toHandle } from '../../client/supervision/matrix/to-handle';

test('a circle counts among what is to be handled, and a repeated mistake is said once', () => {
  const text = '微信大厅链接到了本账号自己。';
  const told = toHandle({
    problems: [
      { kind: 'self-link', text },
      { kind: 'self-link', text },
    ],
    circles: [['福州发布', '家在鼓楼', '台江发布']],
  });

  expect(told).toEqual([text, '循环链接：福州发布 → 家在鼓楼 → 台江发布 → 福州发布']);
});
