using System.Globalization;

namespace ContactGroup.Load.FanOut;

/// <summary>Posts carry their number, so that a receiver can tell them apart without reading them.</summary>
internal static class Marks
{
    private const int Digits = 8;

    private static ReadOnlySpan<byte> Sign => "~L"u8;

    /// <summary>A text that carries a number.</summary>
    public static string Text(int number, int length = 300) => "~L" + number.ToString("D8", CultureInfo.InvariantCulture) + " " + new string('x', length - 11);

    /// <summary>Calls back with the number of every post in some messages.</summary>
    public static void Find(ReadOnlySpan<byte> messages, Action<int> found)
    {
        for (var at = messages.IndexOf(Sign); at >= 0; at = messages.IndexOf(Sign))
        {
            messages = messages[(at + Sign.Length)..];
            var number = 0;
            foreach (var digit in messages[..Digits])
            {
                number = (10 * number) + digit - '0';
            }

            found(number);
            messages = messages[Digits..];
        }
    }
}
