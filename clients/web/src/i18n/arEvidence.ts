import type { enEvidence } from './enEvidence.ts';

/** Words of an incident that affects a notification, and of the record of one, in Arabic. */
export const arEvidence: Readonly<Record<keyof typeof enEvidence, string>> = {
  'affected.report': 'الإبلاغ عن حادث يمسّ هذا الإخطار',
  'affected.form': 'هذا البلاغ يتعلق بـ:',
  'affected.form.what': 'يُحفظ سجل هذا الإخطار عند وصول البلاغ. لا يعلم أن البلاغ يتعلق به إلا جانبك.',
  'affected.remove': 'لا يتعلق بهذا',
  'affected.ask': 'كُتب شيء من هذا البلاغ من قبل. هل يتعلق بهذا الإخطار؟',
  'affected.ask.yes': 'يتعلق بهذا',
  'affected.unasked': 'لا يُعرف الآن هل يمسّ هذا الحادث إخطارًا.',
  'affected.movement': 'يمسّ هذا التحرك المُخطَر به:',
  'affected.site': 'يمسّ هذا الموقع المُخطَر به:',
  'affected.version': 'الإصدار {n}، كما كان وقت الإبلاغ',
  'affected.kept': 'حُفظت الأدلة في',
  'affected.take': 'السجل كما حُفظ',
  'record.title': 'سجل هذا الإخطار',
  'record.what':
    'ما قيل في كل إصدار، ومن عُرض عليه ماذا ومتى، ومن أكد الاستلام. لكل قيد بصمة تشمل بصمة القيد الذي قبله. دوّن البصمة الأخيرة في مكان آخر: بها يستطيع أي شخص أن يتحقق من أن الملف لم يتغير منذ ذلك الحين. وهي لا تبين من أنشأ الملف.',
  'record.take': 'السجل حتى الآن',
  'record.head': 'البصمة الأخيرة للملف الذي حُفظ:',
  'record.handle': 'عامل الملف كما تعامل الإخطار: ففيه الإخطار كله، مع المسار أو الموقع.',
  'record.refused': 'لم يعطِ الخادم السجل: فهو للجهة التي أخطرت وحدها. ليس الاتصال هو السبب.',
  'record.unreachable': 'تعذر جلب السجل. أعد المحاولة عند توفر الاتصال.',
};
