using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Client.Transport;

/// <summary>JSON as the API speaks it: camelCase, nulls left out, unknown members of answers ignored so that bodies may grow.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new FieldsConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
