using System.Collections.Frozen;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// Characters that stand for others in positions, numbers and markings, written as code points because most cannot be told apart on a screen. Sources:
/// the names of the Unicode Character Database, and the confusables of Unicode Technical Standard 39 for the letters.
/// </summary>
internal static class LookAlikes
{
    private const string Minus = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u02D7\u2043\uFE58\uFE63\uFF0D\u06D4";
    private const string Degree = "\u00BA\u02DA\u2070\u1D52\u2218\u25E6\u309C\uFF9F\u05AF\u2E30";
    private const string Prime = "\u2032\u2018\u2019\u201B\u02B9\u02BB\u02BC\u02BD\u02C8\u02CA\u02CB\u00B4\u0060\uFF07\u0374\u05F3\uA78C";
    private const string DoublePrime = "\u2033\u201C\u201D\u201F\u02BA\u02DD\u02EE\u3003\uFF02\u05F4";
    private const string Comma = "\u060C\u066C\u3001\uFF0C\u201A";
    private const string Point = "\u066B\u00B7\u2027\u2219\u22C5\u3002\uFF0E\uFF61\u2024";
    private const string Letters =
        "\u0410A\u0412B\u0415E\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0423Y\u0425X\u0405S\u0406I\u0408J"
        + "\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0455s\u0456i\u0458j"
        + "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X\u03BFo"
        + "\u0671\u0627\u0623\u0627\u0625\u0627\u0622\u0627\u0649\u064A\u06CC\u064A\u06A9\u0643\u0629\u0647";

    private static readonly FrozenDictionary<char, char> Table = Build();

    /// <summary>The character that this one stands for; itself when it stands for no other.</summary>
    public static char Of(char character) => character < 0x7F && character != '`' ? character : Table.GetValueOrDefault(character, character);

    private static FrozenDictionary<char, char> Build()
    {
        var table = new Dictionary<char, char>();
        Add(table, Minus, '-');
        Add(table, Degree, '\u00B0');
        Add(table, Prime, '\'');
        Add(table, DoublePrime, '"');
        Add(table, Comma, ',');
        Add(table, Point, '.');
        for (var at = 0; at < Letters.Length; at += 2)
        {
            table[Letters[at]] = Letters[at + 1];
        }

        return table.ToFrozenDictionary();
    }

    private static void Add(Dictionary<char, char> table, string characters, char same)
    {
        foreach (var character in characters)
        {
            table[character] = same;
        }
    }
}
