/** Words that only the form of a movement needs, in Arabic. */
export const arForm = {
  'line.hint':
    'إن وُجد ملف GeoJSON فيه خط واحد: من المحطة الأولى إلى الأخيرة، مرورًا بكل محطة. يصل إلى من تجري تسميتهم. ومن دونه تُرسم خطوط مستقيمة بين المحطات. إذا تغيّرت المحطات لاحقًا يُقدَّم من جديد: الخط الذي لم يعد يمر بها يُحذف.',
  'line.alternate': 'طريق آخر، {n}',
  'line.alternate.hint': 'إن كان يُحتمل سلوك طريق آخر: ملف GeoJSON فيه خط واحد، من المحطة الأولى إلى الأخيرة.',
  'line.choose': 'اختيار ملف GeoJSON',
  'line.paste': 'أو لصق نص GeoJSON',
  'line.remove': 'حذف الخط',
  'line.none': 'لا خط فيه. يُقدَّم GeoJSON فيه LineString واحد.',
  'line.several': 'عدد الخطوط فيه: {n}. يُقدَّم خط واحد.',
  'line.long': 'عدد مواقع الخط {n}. يُبسَّط إلى {most} على الأكثر.',
  'line.together':
    'مع هذا الخط يصبح عدد مواقع الخطوط كلها معًا {n}، والحد الأقصى {most}. تُبسَّط الخطوط أو يُترك أحد الطرق.',
  'lead.before': '{time} قبل الانطلاق.',
  'lead.rule': 'المهلة المطلوبة: {time}.',
  'lead.ruleOf': 'المهلة التي تطلبها {audience}: {time}.',
  'lead.inTime': 'ضمن المهلة.',
  'lead.late': 'متأخر: اذكر السبب، ويُرسَل على أي حال.',
  'lead.past': 'تبدأ الفترة في وقت مضى.',
  alternateContact: 'من يجيب إذا لم تجب الأولى. لجانبك فقط.',
  focalPoint: 'شخص في مكان آخر يمكن الوصول إليه ما دام التحرك قائمًا. لجانبك فقط.',
  add: 'إضافة: {what}',
} as const;
