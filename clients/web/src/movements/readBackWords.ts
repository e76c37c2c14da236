import { wordsOf } from '../i18n/wordsOf.ts';

/** Words of the read-back alone. */
export const say = wordsOf(
  {
    road: 'Road drawn',
    otherWay: 'Other way {n}',
    whatWays:
      'The line of a drawn way is the number of its positions, then check digits over all latitudes and over all longitudes. Who is not shown the way has no such line, and has other check digits of all: compare the lines above it one by one, and say that a way is drawn.',
  },
  {
    road: 'الطريق المرسوم',
    otherWay: 'طريق آخر {n}',
    whatWays:
      'سطر الطريق المرسوم هو عدد مواقعه، ثم رقما تحقق لجميع خطوط العرض ورقما تحقق لجميع خطوط الطول. من لا يُعرض عليه الطريق ليس لديه هذا السطر، ويختلف لديه رقما التحقق للكل: تُقارن الأسطر التي قبله سطرًا سطرًا، ويُقال إن طريقًا مرسوم.',
  },
);
