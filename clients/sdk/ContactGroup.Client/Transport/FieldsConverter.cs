using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Client.Transport;

/// <summary>Reads the fields of an item as one document: one for each field, as the framework has it, costs most of what a live entry costs.</summary>
internal sealed class FieldsConverter : JsonConverter<IReadOnlyDictionary<string, JsonElement>>
{
    public override IReadOnlyDictionary<string, JsonElement> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var whole = JsonElement.ParseValue(ref reader);
        if (whole.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("Fields are an object.");
        }

        var fields = new Dictionary<string, JsonElement>(whole.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var field in whole.EnumerateObject())
        {
            fields[field.Name] = field.Value;
        }

        return fields;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, field) in value)
        {
            writer.WritePropertyName(name);
            field.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
