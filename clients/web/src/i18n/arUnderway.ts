import type { enUnderway } from './enUnderway.ts';

/** Words of a movement that goes on, in Arabic. */
export const arUnderway: Readonly<Record<keyof typeof enUnderway, string>> = {
  'nav.movements': 'التحركات',
  'nav.files':
    '{n, plural, zero {لا ملف ينتظر شخصًا ثانيًا} one {ملف واحد ينتظر شخصًا ثانيًا} two {ملفان ينتظران شخصًا ثانيًا} few {# ملفات تنتظر شخصًا ثانيًا} many {# ملفًا ينتظر شخصًا ثانيًا} other {# ملف ينتظر شخصًا ثانيًا}}',
  'nav.overdue':
    '{n, plural, zero {لا تحرك متأخر} one {تحرك واحد متأخر} two {تحركان متأخران} few {# تحركات متأخرة} many {# تحركًا متأخرًا} other {# تحرك متأخر}}',
  'nav.escalated':
    '{n, plural, zero {لم يُصعَّد أي تحرك} one {صُعّد تحرك واحد} two {صُعّد تحركان} few {صُعّدت # تحركات} many {صُعّد # تحركًا} other {صُعّد # تحرك}}',
  'nav.unacknowledged':
    '{n, plural, zero {أُشعر باستلامها كلها} one {تحرك واحد لم يُشعر باستلامه} two {تحركان لم يُشعر باستلامهما} few {# تحركات لم يُشعر باستلامها} many {# تحركًا لم يُشعر باستلامه} other {# تحرك لم يُشعر باستلامه}}',

  'field.checkIns': 'تأكيدات الوصول',
  'field.note': 'الملاحظة',
  'field.notifiedAt': 'أُخطر به في',
  'field.stateAt': 'على هذه الحال منذ',
  'field.nextCheckInDue': 'موعد التأكيد التالي',
  'field.overdueSince': 'متأخر منذ',
  'movement.stop.named': 'المحطة {n}، {name}',

  'checkIn.title': 'تأكيد الوصول',
  'checkIn.what': 'لمسة واحدة تُعلم جانبك بمكانك. لا تراها القوات التي أُخطرت بالتحرك.',
  'checkIn.at': 'عند المحطة {n}',
  'checkIn.atNamed': 'عند المحطة {n}، {name}',
  'checkIn.onTheWay': 'في الطريق، بين المحطات',
  'checkIn.heard': 'أُكّد الوصول:',
  'checkIn.note': 'ملاحظة لجانبك، تُرسل مع التأكيد التالي',
  'checkIn.done': 'تسلّمه الخادم: {what}.',
  'checkIn.waits': 'لم يصل إلى الخادم بعد. يبقى هنا ويُرسل عند توفر الاتصال.',
  'checkIn.unsent':
    '{n, plural, one {ما قلته عن تحرك واحد لم يصل إلى الخادم.} two {ما قلته عن تحركين لم يصل إلى الخادم.} few {ما قلته عن # تحركات لم يصل إلى الخادم.} other {ما قلته عن # تحركًا لم يصل إلى الخادم.}}',
  'checkIn.old': 'قيل هذا منذ مدة. يسجّل الخادم وقت وصوله إليه.',
  'checkIn.said': 'قيل في',
  'checkIn.again': 'إرسال الآن',
  'checkIn.discard': 'حذف',

  'overdue.mark': 'متأخر',
  'overdue.since': 'لم يؤكد أحد الوصول. كان موعد التأكيد:',
  'overdue.last': 'آخر تأكيد:',
  'overdue.never': 'لم يصل أي تأكيد بعد.',
  'overdue.call': 'للاتصال بهم:',

  'timeline.title': 'كيف يسير',
  'timeline.notified': 'أُخطر به',
  'timeline.told': 'أُرسل إلى كل قوة',
  'timeline.underway': 'في الطريق',
  'timeline.postponed': 'مؤجل',
  'timeline.checkIns': 'تأكيدات الوصول',
  'timeline.end': 'مكتمل أو ملغى أو منتهي المدة',
  'timeline.done': 'تم',
  'timeline.notYet': 'ليس بعد',
  'timeline.nobody': 'لم تُسمَّ أي قوة.',
  'timeline.due': 'الموعد التالي',
  'dispatch.reminders':
    '{n, plural, zero {دون تذكير} one {ذُكّر مرة واحدة} two {ذُكّر مرتين} few {ذُكّر # مرات} many {ذُكّر # مرة} other {ذُكّر # مرة}}',
  'dispatch.late': 'أُخطر بعد المهلة المطلوبة',
  'dispatch.escalated': 'صُعّد لعدم وصول إشعار بالاستلام',

  'window.startsIn': 'يبدأ بعد {time}',
  'window.open': 'الفترة جارية، بقي {time}',
  'window.over': 'انتهت الفترة',
  'window.from': 'من',
  'window.until': 'حتى',

  'board.show': 'عرض',
  'board.everything': 'الكل',
  'board.state': 'حالة التحرك',
  'board.open': 'لم يُشعر باستلامه',
  'board.asked': 'أُشعر باستلامه مع سؤال',
  'board.acknowledged': 'أُشعر باستلامه',
  'board.over': 'انتهى',
  'board.none': 'لا شيء هنا الآن.',
  'board.waitsFor': 'لم يُشعر باستلامه بعد: {audiences}',
  'board.close': 'إغلاق',

  'print.open': 'طباعة',
  'print.do': 'طباعة هذه الصفحة',
  'print.back': 'العودة إلى الإخطار',
  'print.printed': 'كما في',
  'readBack.open': 'القراءة عبر اللاسلكي',
  'readBack.title': 'القراءة والترديد عبر اللاسلكي',
  'readBack.how':
    'يُقرأ كل سطر ببطء ويردده الطرف الآخر. في نهاية كل محطة وفي نهاية الكل يقارن الطرفان رقمي التحقق الظاهرين في صفحة كل منهما: إذا تساوى الرقمان تساوت الكلمات.',
  'readBack.reference': 'الرقم المرجعي',
  'readBack.version': 'النسخة',
  'readBack.from': 'الفترة من',
  'readBack.until': 'الفترة حتى',
  'readBack.check': 'رقما التحقق',
  'readBack.checkAll': 'رقما التحقق للكل',
  'readBack.what':
    'رقما التحقق وفق ISO 7064 MOD 97-10، لحروف السطر وأرقامه. ورقما الكل للرقم المرجعي والنسخة والفترة بالتوقيت العالمي والمواقع والطرق المرسومة، بهذا الترتيب.',
  'readBack.notLoaded': 'لم يصل عبر الشبكة ما يحسب الإحداثيات الشبكية. تُفتح هذه الصفحة من جديد عند توفر الاتصال.',
  'readBack.position': 'الموقع',
  'readBack.corner': 'الركن {n} من حدود المكان',
  'readBack.whatSite':
    'رقما التحقق وفق ISO 7064 MOD 97-10، لحروف السطر وأرقامه. ورقما الكل للرقم المرجعي والنسخة والموقع والأركان، بهذا الترتيب.',
  'readBack.nothingSite': 'لا تضم هذه الصفحة الموقع بدقته، ولا شيء يُقرأ.',
  'readBack.nothing': 'لا تضم هذه الصفحة الطريق كاملًا، ولا شيء يُقرأ.',
};
