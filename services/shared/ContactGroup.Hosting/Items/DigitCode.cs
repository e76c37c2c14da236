using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Hosting.Items;

/// <summary>A code that is a digit may be written as text or as a number: <c>"3"</c> and <c>3</c> mean the same.</summary>
public sealed class DigitCode : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number
            ? reader.TryGetInt32(out var digit) ? digit.ToString(CultureInfo.InvariantCulture) : "not a whole number"
            : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
