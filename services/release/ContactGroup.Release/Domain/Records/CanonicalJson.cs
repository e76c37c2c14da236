using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// The one way to write a JSON value, so that whoever reads it somewhere else comes to the same hash: names in order of their UTF-16 units, no white space, the
/// fewest escapes, numbers as ECMAScript writes them. Source: RFC 8785, JSON Canonicalization Scheme.
/// </summary>
internal static class CanonicalJson
{
    public static string Write(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject fields:
                WriteAll(text, '{', '}', fields.OrderBy(field => field.Key, StringComparer.Ordinal), field =>
                {
                    WriteText(text, field.Key);
                    text.Append(':');
                    Write(text, field.Value);
                });
                break;
            case JsonArray entries:
                WriteAll(text, '[', ']', entries, entry => Write(text, entry));
                break;
            default:
                WriteValue(text, value.AsValue());
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char begin, char end, IEnumerable<T> parts, Action<T> write)
    {
        text.Append(begin);
        var first = true;
        foreach (var part in parts)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            write(part);
        }

        text.Append(end);
    }

    private static void WriteValue(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                WriteText(text, value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                text.Append(Number(value.ToJsonString()));
                break;
            default:
                text.Append(value.ToJsonString());
                break;
        }
    }

    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => text.Append(unit),
            };
        }

        text.Append('"');
    }

    // The shortest digits that read back as the same number are those of ECMAScript; only where an exponent begins differs.
    private static string Number(string raw)
    {
        var number = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (number == 0)
        {
            return "0";
        }

        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (!shortest.Contains('E', StringComparison.Ordinal))
        {
            return shortest;
        }

        if (Math.Abs(number) is >= 1e-6 and < 1e21)
        {
            return number.ToString("0.####################################", CultureInfo.InvariantCulture);
        }

        var parts = shortest.Split('E');
        return $"{parts[0]}e{(parts[1][0] == '-' ? '-' : '+')}{parts[1].TrimStart('+', '-').TrimStart('0')}";
    }
}
