using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Hosting.Bus;

/// <summary>How facts are written before they are sealed. Additive: a reader ignores members it does not know.</summary>
internal static class FactJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
