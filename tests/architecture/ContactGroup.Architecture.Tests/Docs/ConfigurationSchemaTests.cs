using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ContactGroup.Architecture.Tests.Docs;

/// <summary>The schema that <c>contactgroup config check</c> holds settings against is written from the options classes. UPDATE_APPROVED=1 writes it.</summary>
public sealed partial class ConfigurationSchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Key(string Section, string Name, Type Type, string Summary, string? Value, RangeAttribute? Range);

    [Fact]
    public void The_schema_knows_every_key() => Check("configuration.schema.json", Schema().ToJsonString(Indented) + "\n");

    private static JsonObject Schema()
    {
        var root = Section();
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "ContactGroup server settings");
        foreach (var key in Keys())
        {
            var at = root;
            foreach (var step in key.Section.Split(':'))
            {
                var members = at["properties"]!.AsObject();
                at = (members[step] ??= Section()).AsObject();
            }

            at["properties"]![key.Name] = Describe(key);
        }

        return root;
    }

    private static JsonObject Section() => new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject() };

    private static JsonObject Describe(Key key) => Entry(key.Type) is { } entry
        ? new JsonObject { ["type"] = "array", ["description"] = Description(key), ["items"] = DescribeEntry(entry) }
        : DescribeValue(key);

    private static JsonObject DescribeEntry(Type entry)
    {
        if (entry == typeof(string))
        {
            return new JsonObject { ["type"] = "string" };
        }

        var section = Section();
        foreach (var key in KeysOf(entry, section: ""))
        {
            section["properties"]![key.Name] = Describe(key);
        }

        return section;
    }

    private static JsonObject DescribeValue(Key key)
    {
        var type = Nullable.GetUnderlyingType(key.Type) ?? key.Type;
        var described = new JsonObject
        {
            ["type"] = type == typeof(bool) ? "boolean" : type == typeof(int) || type == typeof(long) ? "integer" : type == typeof(double) ? "number" : "string",
            ["description"] = Description(key),
        };
        if (key.Range is { } range && type != typeof(TimeSpan))
        {
            described["minimum"] = Convert.ToDouble(range.Minimum, null);
            described["maximum"] = Convert.ToDouble(range.Maximum, null);
        }

        if (type.IsEnum)
        {
            described["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => JsonValue.Create(name))]);
        }

        return described;
    }

    private static string Description(Key key) => $"{key.Summary} {key.Value}".Replace("`", string.Empty, StringComparison.Ordinal).Trim();

    private static IEnumerable<Key> Keys() =>
        from assembly in Product.All
        from type in assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        where section is { IsLiteral: true } && type is { IsAbstract: false, IsClass: true }
        from key in KeysOf(type, (string)section.GetRawConstantValue()!)
        orderby key.Section, key.Name
        select key;

    // A list without a setter is filled in place.
    private static IEnumerable<Key> KeysOf(Type type, string section)
    {
        var documentation = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"));
        return from property in type.GetProperties()
               where property.CanWrite || Entry(property.PropertyType) is not null
               let member = documentation.Descendants("member").SingleOrDefault(m => (string?)m.Attribute("name") == $"P:{type.FullName}.{property.Name}")
               select new Key(
                   section, property.Name, property.PropertyType, Text(member?.Element("summary")) ?? string.Empty,
                   Text(member?.Element("value")), property.GetCustomAttribute<RangeAttribute>());
    }

    /// <summary>What a list holds; null for anything else.</summary>
    private static Type? Entry(Type type) => type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0] : null;

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var words = element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement see => $"`{((string?)see.Attribute("cref"))?.Split('.')[^1]}`",
            _ => node.ToString(),
        });
        return Space().Replace(string.Concat(words), " ").Trim();
    }

    private static void Check(string name, string expected)
    {
        var path = Path.Combine(Product.Repository.FullName, "docs", "reference", name);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") is "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == expected, $"docs/reference/{name} is not what the code says; run the tests with UPDATE_APPROVED=1.");
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
