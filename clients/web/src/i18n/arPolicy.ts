/**
 * The sentences of the shipped policy in Arabic, by what they say in English: a rule that a deployment words otherwise, or adds, stays as it says it.
 * Source: services/policies/humanitarian-space.json.
 */
export const arPolicy: Readonly<Record<string, string>> = {
  'The organisation that wrote an item always sees all of it.': 'المنظمة التي كتبت شيئًا تراه كله دائمًا.',
  'Humanitarian items go to the humanitarian side in full.': 'ما هو إنساني يصل إلى الجانب الإنساني كاملًا.',
  'A protection incident goes to the humanitarian side without what identifies a survivor, and without files.':
    'حادث الحماية يصل إلى الجانب الإنساني دون ما يدل على الناجي ودون ملفات.',
  'What a force writes goes to the same force.': 'ما تكتبه قوة يصل إلى القوة نفسها.',
  'What a force writes in a plenary goes to the same force while the plenary is open to forces.':
    'ما تكتبه قوة في جلسة عامة يصل إلى القوة نفسها ما دامت الجلسة مفتوحة للقوات.',
  'What a political actor writes goes to its own constituency.': 'ما تكتبه جهة سياسية يصل إلى فئتها نفسها.',
  'In cooperation, a humanitarian message released to both sides of a plenary crosses at once.':
    'في التعاون، رسالة إنسانية موجهة إلى جانبي الجلسة العامة تعبر فورًا.',
  'In cooperation, a humanitarian message of high sensitivity crosses a plenary only after review.':
    'في التعاون، لا تعبر رسالة إنسانية عالية الحساسية الجلسة العامة إلا بعد مراجعة.',
  'In coexistence, a humanitarian message crosses a plenary after review, and only the type of its organisation is shown.':
    'في التعايش، تعبر رسالة إنسانية الجلسة العامة بعد مراجعة، ولا يظهر إلا نوع منظمتها.',
  'In distance, a humanitarian message in a plenary reaches political actors after review; forces are not in the room.':
    'في التباعد، تصل رسالة إنسانية في جلسة عامة إلى الجهات السياسية بعد مراجعة، وليست القوات في القناة.',
  'In cooperation, what a force or the police write to both sides of a plenary crosses at once.':
    'في التعاون، ما تكتبه قوة أو الشرطة إلى جانبي الجلسة العامة يعبر فورًا.',
  'What a force or the police write to both sides of a plenary reaches the humanitarian side after review.':
    'ما تكتبه قوة أو الشرطة إلى جانبي الجلسة العامة يصل إلى الجانب الإنساني بعد مراجعة.',
  'Outside distance, what a force or the police write to both sides of a plenary reaches political actors after review.':
    'خارج التباعد، ما تكتبه قوة أو الشرطة إلى جانبي الجلسة العامة يصل إلى الجهات السياسية بعد مراجعة.',
  'In cooperation, what a political actor writes to all in a plenary crosses at once.':
    'في التعاون، ما تكتبه جهة سياسية إلى الجميع في جلسة عامة يعبر فورًا.',
  'What a political actor writes to all in a plenary crosses after review.':
    'ما تكتبه جهة سياسية إلى الجميع في جلسة عامة يعبر بعد مراجعة.',
  'Outside distance, what a political actor writes to all in a plenary reaches forces and police after review.':
    'خارج التباعد، ما تكتبه جهة سياسية إلى الجميع في جلسة عامة يصل إلى القوات والشرطة بعد مراجعة.',
  'Coordination reads at once what others write to both sides of a plenary, so that it can review it.':
    'يقرأ مكتب التنسيق فورًا ما يكتبه الآخرون إلى جانبي الجلسة العامة ليتمكن من مراجعته.',
  'In cooperation, what a force writes in a plenary reaches another force that it names.':
    'في التعاون، ما تكتبه قوة في جلسة عامة يصل إلى قوة أخرى تسميها.',
  'Outside distance, what a force writes in a plenary reaches another force that it names after review.':
    'خارج التباعد، ما تكتبه قوة في جلسة عامة يصل إلى قوة أخرى تسميها بعد مراجعة.',
  'A caucus of the political side is read by the political actors it admits.':
    'تجمّع الجانب السياسي تقرؤه الجهات السياسية التي يضمها.',
  'On a desk, coordination writes to the force at once.': 'في المكتب، يكتب التنسيق إلى القوة فورًا.',
  'On a desk, the force writes to coordination at once.': 'في المكتب، تكتب القوة إلى التنسيق فورًا.',
  'What coordination publishes on a notice board is read by all, in every posture.':
    'ما ينشره التنسيق في لوحة الإشعارات يقرؤه الجميع في كل وضع.',
  'In cooperation, the hazard type, area or grid, day and advice asked of a low-sensitivity incident go to forces and police at once.':
    'في التعاون، يصل إلى القوات والشرطة فورًا من حادث منخفض الحساسية: نوع الخطر والمنطقة أو المربع واليوم والنصيحة المطلوبة.',
  'Of an incident, forces and police get hazard type, area or grid, day, advice asked and the summary after review.':
    'من الحادث يصل إلى القوات والشرطة بعد مراجعة: نوع الخطر والمنطقة أو المربع واليوم والنصيحة المطلوبة والملخص.',
  'In distance, forces and police get the same of an incident after review, but not when its sensitivity is high.':
    'في التباعد، يصل إلى القوات والشرطة الشيء نفسه من الحادث بعد مراجعة، إلا إذا كانت حساسيته عالية.',
  'In cooperation, the type, area, severity and dates of a low-sensitivity access constraint go to forces and police at once.':
    'في التعاون، يصل إلى القوات والشرطة فورًا من عائق وصول منخفض الحساسية: نوعه ومنطقته وخطورته وتواريخه.',
  'Of an access constraint, forces and police get type, area, severity, dates and the summary after review.':
    'من عائق الوصول يصل إلى القوات والشرطة بعد مراجعة: نوعه ومنطقته وخطورته وتواريخه والملخص.',
  'In distance, forces and police get the same of an access constraint after review, but not when its sensitivity is high.':
    'في التباعد، يصل إلى القوات والشرطة الشيء نفسه من عائق الوصول بعد مراجعة، إلا إذا كانت حساسيته عالية.',
  'A movement or site goes to each force its owner named: route or position, window, vehicles, mode, call contact and status in full precision.':
    'يصل التحرك أو الموقع إلى كل قوة سماها صاحبه: الطريق أو الموقع والمدة والمركبات والوسيلة وجهة الاتصال والحالة بدقة كاملة.',
  'In cooperation, political actors get category, area and status of humanitarian reports.':
    'في التعاون، يصل إلى الجهات السياسية من البلاغات الإنسانية: الفئة والمنطقة والحالة.',
  'Political actors get category, area and status of humanitarian reports after review.':
    'يصل إلى الجهات السياسية من البلاغات الإنسانية بعد مراجعة: الفئة والمنطقة والحالة.',
  'In distance, political actors get category, area and status of humanitarian reports after review, but not when their sensitivity is high.':
    'في التباعد، يصل إلى الجهات السياسية من البلاغات الإنسانية بعد مراجعة: الفئة والمنطقة والحالة، إلا إذا كانت حساسيتها عالية.',
  'An advisory goes to the humanitarian side in full as written for release; unit, operation detail and source never.':
    'يصل التنبيه إلى الجانب الإنساني كاملًا كما كُتب لإتاحته؛ ولا تصل الوحدة وتفاصيل العمليات والمصدر أبدًا.',
  'An incident or access constraint that a force or a political actor reports goes to the humanitarian side as an advisory does.':
    'الحادث أو عائق الوصول الذي تبلغ عنه قوة أو جهة سياسية يصل إلى الجانب الإنساني كما يصل التنبيه.',
  'An advisory of a force goes to another force that it names.': 'تنبيه قوة يصل إلى قوة أخرى تسميها.',
  "Political actors get category, area and status of each other's reports.":
    'يصل إلى الجهات السياسية من بلاغات بعضها بعضًا: الفئة والمنطقة والحالة.',
  'Outside distance, a cleaned picture or text attached to a humanitarian message in a plenary crosses after review, but not when the sensitivity is high.':
    'خارج التباعد، صورة أو نص منظف مرفق برسالة إنسانية في جلسة عامة يعبر بعد مراجعة، إلا إذا كانت الحساسية عالية.',
  'A cleaned picture or text that others attach in a plenary reaches the humanitarian side after review, but not when the sensitivity is high.':
    'صورة أو نص منظف يرفقه الآخرون في جلسة عامة يصل إلى الجانب الإنساني بعد مراجعة، إلا إذا كانت الحساسية عالية.',
  'On a desk, a cleaned picture or text that coordination attaches reaches the force after review, but not when the sensitivity is high.':
    'في المكتب، صورة أو نص منظف يرفقه التنسيق يصل إلى القوة بعد مراجعة، إلا إذا كانت الحساسية عالية.',
  'On a desk, a cleaned picture or text that the force attaches reaches coordination after review, but not when the sensitivity is high.':
    'في المكتب، صورة أو نص منظف ترفقه القوة يصل إلى التنسيق بعد مراجعة، إلا إذا كانت الحساسية عالية.',
  'A cleaned picture or text on a notice board is read by all after review, but not when the sensitivity is high.':
    'صورة أو نص منظف في لوحة الإشعارات يقرؤه الجميع بعد مراجعة، إلا إذا كانت الحساسية عالية.',
  "A severe item stays with the side that wrote it, except on a desk to coordination and to a force that a movement's owner named.":
    'ما كانت حساسيته شديدة يبقى لدى الجانب الذي كتبه، إلا في مكتب إلى التنسيق وإلى قوة سماها صاحب تحرك.',
  'In distance, humanitarian items of high sensitivity stay with the humanitarian side.':
    'في التباعد، ما هو إنساني وعالي الحساسية يبقى لدى الجانب الإنساني.',
  'In distance, plenaries are closed to forces and police, and only desks remain for conversation.':
    'في التباعد، الجلسات العامة مغلقة أمام القوات والشرطة، ولا تبقى للحديث إلا المكاتب.',
  'In distance, what forces wrote in a plenary is not passed to political actors.':
    'في التباعد، ما كتبته القوات في جلسة عامة لا يُنقل إلى الجهات السياسية.',
  'A force sees nothing of another force unless it is named.': 'لا ترى قوة شيئًا من قوة أخرى إلا إذا سُمّيت.',
  'A caucus is invisible to the other sides.': 'التجمّع غير مرئي للجوانب الأخرى.',
  'A desk is read by coordination and by the force whose desk it is, and by nobody else.':
    'يقرأ المكتبَ التنسيقُ والقوةُ صاحبة المكتب، ولا أحد غيرهما.',
  'Only coordination publishes notices; what others write there goes nowhere.':
    'التنسيق وحده ينشر الإشعارات؛ وما يكتبه غيره فيها لا يصل إلى أحد.',
  'A protection incident never leaves the humanitarian side; one that others report stays with the organisation that wrote it.':
    'حادث الحماية لا يغادر الجانب الإنساني أبدًا؛ وما يبلغ عنه الآخرون يبقى لدى المنظمة التي كتبته.',
  'A force that is not named gets nothing of a movement or site, not even that it exists.':
    'القوة التي لم تُسمّ لا يصلها شيء من تحرك أو موقع، ولا حتى وجوده.',
  'Movements and sites are notified by humanitarian organisations; what others enter stays with their own side.':
    'التحركات والمواقع تخطر بها المنظمات الإنسانية؛ وما يدخله غيرها يبقى في جانبه.',
  'Advisories of the humanitarian side are not addressed to forces; coordination writes on their desk.':
    'تنبيهات الجانب الإنساني ليست موجهة إلى القوات؛ يكتب التنسيق في مكاتبها.',
  'What a force reports is not passed to political actors.': 'ما تبلغ عنه قوة لا يُنقل إلى الجهات السياسية.',
  'Incidents and access constraints that a force reports are not passed to other forces, named or not.':
    'الحوادث وعوائق الوصول التي تبلغ عنها قوة لا تُنقل إلى قوات أخرى، سُمّيت أم لم تُسمّ.',
  'In distance, an advisory of a force is not passed to other forces.': 'في التباعد، تنبيه قوة لا يُنقل إلى قوات أخرى.',
  'What a political actor reports is not passed to forces and police.':
    'ما تبلغ عنه جهة سياسية لا يُنقل إلى القوات والشرطة.',
};
