using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Client.Records;

/// <summary>
/// The one way in which a record writes a JSON value before it is hashed. Written for itself and not shared with the server, so that a slip of one of them is found
/// by the other. Source: RFC 8785, JSON Canonicalization Scheme.
/// </summary>
internal static class CanonicalJson
{
    public static byte[] Utf8(JsonNode? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject fields:
                var names = fields.Select(field => field.Key).ToArray();
                Array.Sort(names, StringComparer.Ordinal);
                for (var at = 0; at < names.Length; at++)
                {
                    text.Append(at == 0 ? '{' : ',');
                    AppendText(text, names[at]);
                    text.Append(':');
                    Append(text, fields[names[at]]);
                }

                text.Append(names.Length == 0 ? "{}" : "}");
                break;
            case JsonArray entries:
                text.Append('[');
                for (var at = 0; at < entries.Count; at++)
                {
                    text.Append(at == 0 ? string.Empty : ",");
                    Append(text, entries[at]);
                }

                text.Append(']');
                break;
            case null:
                text.Append("null");
                break;
            default:
                AppendPlain(text, value);
                break;
        }
    }

    private static void AppendPlain(StringBuilder text, JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                AppendText(text, value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                AppendNumber(text, double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.ToJsonString());
                break;
        }
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            var at = "\"\\\b\t\n\f\r".IndexOf(unit, StringComparison.Ordinal);
            if (at >= 0)
            {
                text.Append('\\').Append("\"\\btnfr"[at]);
            }
            else if (unit < ' ')
            {
                text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(unit);
            }
        }

        text.Append('"');
    }

    // As ECMAScript writes numbers: the shortest digits that read back as the same, with an exponent below 1e-6 and from 1e21 on.
    private static void AppendNumber(StringBuilder text, double number)
    {
        if (number == 0)
        {
            text.Append('0');
            return;
        }

        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0)
        {
            text.Append(shortest);
            return;
        }

        var exponent = int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = shortest[..mark].TrimStart('-').Replace(".", string.Empty, StringComparison.Ordinal);
        text.Append(number < 0 ? "-" : string.Empty);
        if (exponent is < -6 or >= 21)
        {
            text.Append(digits[0]).Append(digits.Length > 1 ? "." + digits[1..] : string.Empty)
                .Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture));
        }
        else if (exponent < 0)
        {
            text.Append("0.").Append('0', -exponent - 1).Append(digits);
        }
        else
        {
            text.Append(digits.PadRight(exponent + 1, '0'));
        }
    }
}
