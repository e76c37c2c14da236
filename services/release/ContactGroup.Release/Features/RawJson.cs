using System.Text.Json;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>Answers made of stored JSON, copied byte for byte.</summary>
internal static class RawJson
{
    public static IResult Page(string name, IReadOnlyList<byte[]> parts, Action<Utf8JsonWriter> rest)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ViewJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteStartArray(name);
            foreach (var part in parts)
            {
                json.WriteRawValue(part, skipInputValidation: true);
            }

            json.WriteEndArray();
            rest(json);
            json.WriteEndObject();
        }

        return TypedResults.Bytes(buffer.ToArray(), "application/json; charset=utf-8");
    }
}
