using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// JSON as it crosses HTTP: camelCase, codes as kebab-case text, instants as ISO 8601 in UTC, nothing tolerated that a reader might understand
/// differently from us (unknown or double fields, numbers in quotes, broken text).
/// </summary>
public static class Wire
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 32;

    /// <summary>The options, read-only.</summary>
    public static JsonSerializerOptions Json { get; } = Create();

    /// <summary>Writes the same settings into options that the framework owns.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.AllowDuplicateProperties = false;
        options.AllowTrailingCommas = false;
        options.ReadCommentHandling = JsonCommentHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.MaxDepth = MaxDepth;

        // Arabic, Cyrillic and the like stay readable and short; < > & stay escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new WireText());
        options.Converters.Add(new WireInstant());
        options.Converters.Add(new WireCodes());
        options.Converters.Add(new WireTrees());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsNotNullable } };
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }

    // A missing number or code must not silently become zero or the first code. What may be absent is declared nullable.
    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { Set: not null, AssociatedParameter: { HasDefaultValue: false } parameter }
                && (property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is null : !parameter.IsNullable))
            {
                property.IsRequired = true;
            }

            property.IsGetNullable = property.IsGetNullable || !property.PropertyType.IsValueType;
        }
    }
}
