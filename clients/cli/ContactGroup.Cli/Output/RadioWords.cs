namespace ContactGroup.Cli.Output;

/// <summary>Words for letters and figures on the radio (ICAO Annex 10, volume II, 5.2.1.3 and 5.2.1.4.3), and digits that show a mistake.</summary>
internal static class RadioWords
{
    private static readonly string[] Letters =
    [
        "Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo", "Lima", "Mike", "November", "Oscar", "Papa", "Quebec", "Romeo", "Sierra",
        "Tango", "Uniform", "Victor", "Whiskey", "X-ray", "Yankee", "Zulu",
    ];

    private static readonly string[] Figures = ["Zero", "One", "Two", "Tree", "Fower", "Fife", "Six", "Seven", "Eight", "Niner"];

    /// <summary>Letter by letter and figure by figure; groups are kept apart.</summary>
    public static string Spell(string text)
    {
        var groups = string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(" – ", groups.Select(group => string.Join(' ', group.Select(Word))));
    }

    /// <summary>
    /// Two digits over the letters and digits of a text, by ISO 7064 MOD 97-10, in which A is 10 and Z is 35: one wrong or two exchanged characters change them.
    /// </summary>
    public static string CheckDigits(string text)
    {
        var rest = 0;
        foreach (var character in text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant))
        {
            rest = char.IsAsciiDigit(character) ? ((rest * 10) + character - '0') % 97 : ((rest * 100) + character - 'A' + 10) % 97;
        }

        return (98 - (rest * 100 % 97)).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Word(char character) => char.IsAsciiDigit(character) ? Figures[character - '0'] : Letters[character - 'A'];
}
