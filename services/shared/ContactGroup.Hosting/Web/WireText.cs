using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Hosting.Web;

/// <summary>Text without NUL, which stores and terminals end text at. Broken UTF-8 and lone surrogates fail in the reader itself.</summary>
internal sealed class WireText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Check(reader.GetString()) : throw new WireException("Give text in quotation marks.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Check(reader.GetString())!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    public static string? Check(string? text) =>
        text is null || !text.Contains('\0', StringComparison.Ordinal) ? text : throw new WireException("Remove the NUL character.");
}
