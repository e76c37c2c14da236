namespace ContactGroup.Load.Months;

/// <summary>What people write in the text fields of a month: a third of it in Arabic, some of it on several lines.</summary>
internal static class MonthWords
{
    public static string[] Loads { get; } =
    [
        "Food for 300 families, second round of the month.",
        "Blankets, stoves and plastic sheeting for the new arrivals.\nUnloading takes two hours; the store keeper is told.",
        "مواد غذائية لثلاثمئة أسرة، الجولة الثانية لهذا الشهر.\nيستغرق التفريغ ساعتين.",
    ];

    public static string[] Parties { get; } =
    [
        "Up to the gate one party, after it another.\nThe last five kilometres: not known.",
        "The same party all the way; local guards at the bridge.",
        "حتى الحاجز طرف، وبعده طرف آخر؛ آخر خمسة كيلومترات غير معروفة.",
    ];

    public static string[] Justifications { get; } =
    [
        "The only road that is open was mined twice this month; going by air was looked at and there is no field to land on.",
        "Drivers were robbed on this road three times; another road does not exist.",
        "الطريق الوحيد المفتوح تعرّض للسطو ثلاث مرات، ولا يوجد طريق آخر.",
    ];

    public static string[] Reasons { get; } =
    [
        "The road was opened this morning and the families have food until tomorrow.",
        "The patient can wait no longer.",
        "فُتح الطريق هذا الصباح، والمخزون يكفي حتى الغد.",
    ];

    public static string[] Rooms { get; } = ["Radio room", "Security desk", "غرفة اللاسلكي"];

    public static string[] Markings { get; } = ["Logo on both doors", "Logo and flag", "شعار على البابين"];

    public static string[] Colours { get; } = ["white", "white; blue stripe", "أبيض"];

    public static string[] Roofs { get; } = ["Red crescent on white", "Logo, 6 by 6 metres", "شعار المنظمة على السطح"];

    public static string[] Functions { get; } = ["Relief, day and night", "Primary care and a pharmacy; two doctors", "خدمات أساسية للعائلات النازحة"];

    public static string[] Remarks { get; } =
    [
        "Generator behind the house; it is heard at night.",
        "Two gates.\nThe northern one is for lorries.",
        "المدخل الشمالي للشاحنات فقط.",
    ];
}
