using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Hosting.Web;

/// <summary>Codes of closed lists as kebab-case text (<c>host-authority</c>), never as numbers. Flags are left to the framework's converter.</summary>
internal sealed class WireCodes : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert.IsDefined(typeof(FlagsAttribute), inherit: false)
            ? new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false).CreateConverter(typeToConvert, options)
            : (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly FrozenDictionary<T, string> Texts = Enum.GetValues<T>().Distinct().ToFrozenDictionary(code => code, TextOf);
        private static readonly FrozenDictionary<string, T> Codes = Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : throw new WireException(FieldChecks.Remedy(string.Empty, Texts.Values));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Texts[value]);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Texts[value]);

        private static T Parse(string text) => Codes.TryGetValue(text, out var code) ? code : throw new WireException(FieldChecks.Remedy(text, Texts.Values));

        private static string TextOf(T code)
        {
            var name = code.ToString();
            return typeof(T).GetField(name)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(name);
        }
    }
}
