using System.Text;
using System.Text.RegularExpressions;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>RFC 5545, read strictly and independently of what writes it: lines, folding, nesting, names, values, what must occur and how often.</summary>
internal static partial class CalendarRules
{
    private static readonly string[] Once = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CLASS", "STATUS", "TRANSP", "SEQUENCE", "LAST-MODIFIED"];
    private static readonly string[] Texts = ["SUMMARY", "DESCRIPTION"];

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Check(string text)
    {
        var lines = Unfolded(text);
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Single(lines, line => line == "VERSION:2.0");
        Assert.Single(lines, line => line.StartsWith("PRODID:", StringComparison.Ordinal));
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? open = null;
        foreach (var line in lines[1..^1])
        {
            switch (line)
            {
                case "BEGIN:VEVENT":
                    Assert.Null(open);
                    open = new Dictionary<string, string>(StringComparer.Ordinal);
                    break;
                case "END:VEVENT":
                    Judge(open!);
                    events.Add(open!);
                    open = null;
                    break;
                default:
                    var (name, value) = Property(line);
                    if (open is not null)
                    {
                        Assert.True(open.TryAdd(name, value) || !Once.Contains(name), name);
                    }

                    break;
            }
        }

        Assert.Null(open);
        Assert.Equal(events.Count, events.Select(one => one["UID"]).Distinct(StringComparer.Ordinal).Count());
        return events;
    }

    private static void Judge(Dictionary<string, string> one)
    {
        Assert.All(new[] { "UID", "DTSTAMP", "DTSTART" }, name => Assert.Contains(name, one.Keys));
        Assert.Matches(@"^\d{8}T\d{6}Z$", one["DTSTAMP"]);
        Assert.Matches(@"^\d{8}(T\d{6}Z)?$", one["DTSTART"]);
        if (one.TryGetValue("DTEND", out var end))
        {
            Assert.Equal(one["DTSTART"].Length, end.Length);
            Assert.True(string.CompareOrdinal(one["DTSTART"], end) < 0);
        }

        Assert.Contains(one["STATUS"], new[] { "TENTATIVE", "CONFIRMED", "CANCELLED" });
        foreach (var name in Texts)
        {
            Assert.DoesNotMatch(@"(?<!\\)(\\\\)*[;,]", one[name]);
            Assert.DoesNotMatch(@"(?<!\\)(\\\\)*\\[^\\;,nN]", one[name]);
        }
    }

    private static (string Name, string Value) Property(string line)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, line);
        var isDay = match.Groups["parameters"].Value.Contains(";VALUE=DATE", StringComparison.Ordinal);
        Assert.True(match.Groups["name"].Value is not ("DTSTART" or "DTEND") || isDay == (match.Groups["value"].Length == 8), line);
        return (match.Groups["name"].Value, match.Groups["value"].Value);
    }

    private static List<string> Unfolded(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var raw = text[..^2].Split("\r\n");
        Assert.All(raw, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && line.Length > 0 && !line.Contains('\n', StringComparison.Ordinal), line));
        var lines = new List<string>();
        foreach (var line in raw)
        {
            if (line[0] is ' ' or '\t')
            {
                lines[^1] += line[1..];
            }
            else
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    [GeneratedRegex("""^(?<name>[A-Z-]+)(?<parameters>(;[A-Z-]+=("[^"]*"|[^";:,]*))*):(?<value>.*)$""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Line();
}
