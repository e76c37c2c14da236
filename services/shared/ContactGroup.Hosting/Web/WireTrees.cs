using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// Trees of JSON that a handler reads later. The framework decodes their text lazily, so broken text would surface as a fault of ours; here it is
/// checked while the body is read.
/// </summary>
internal sealed class WireTrees : JsonConverterFactory
{
    private const int LongestExponent = 5; // e-300

    private static readonly JsonSerializerOptions Plain = new() { AllowDuplicateProperties = false, MaxDepth = Wire.MaxDepth };

    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    // Faults without a path: the reader of the whole body adds its own.
    private static JsonElement ReadTree(ref Utf8JsonReader reader)
    {
        try
        {
            var element = JsonSerializer.Deserialize<JsonElement>(ref reader, Plain);
            Check(element);
            return element;
        }
        catch (InvalidOperationException)
        {
            throw new WireException("Send text in valid UTF-8 without lone surrogates.");
        }
        catch (JsonException fault) when (fault.Message.Contains("Duplicate property", StringComparison.OrdinalIgnoreCase))
        {
            throw new JsonException("Duplicate property.", fault);
        }
    }

    private static void Check(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    WireText.Check(property.Name);
                    Check(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var entry in element.EnumerateArray())
                {
                    Check(entry);
                }

                break;
            case JsonValueKind.String:
                WireText.Check(element.GetString());
                break;
            case JsonValueKind.Number:
                CheckNumber(element.GetRawText());
                break;
            default:
                break;
        }
    }

    // The framework fails when it compares numbers whose exponent is no number of its own.
    private static void CheckNumber(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOfAny('e', 'E');
        if (exponent >= 0 && text.Length - exponent > LongestExponent)
        {
            throw new WireException("Give a number with an exponent of at most three digits.");
        }
    }

    private sealed class Converter<T> : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (typeof(T) == typeof(JsonObject) && reader.TokenType != JsonTokenType.StartObject)
            {
                throw new WireException("Give a JSON object.");
            }

            if (typeof(T) == typeof(JsonArray) && reader.TokenType != JsonTokenType.StartArray)
            {
                throw new WireException("Give a list.");
            }

            var element = ReadTree(ref reader);
            return element is T same ? same : element.Deserialize<T>(Plain);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Plain);
    }
}
