using System.Text.Json;

namespace ContactGroup.Classification.Tests.Policies;

/// <summary>The JSON schema is for editors; the reader is what decides. They must know the same words.</summary>
public sealed class PolicySchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(RepositoryFiles.Read("services/policies/policy.schema.json")).RootElement;

    [Fact]
    public void It_knows_the_same_words_as_the_reader()
    {
        Assert.Equal(["all", .. Codes.Postures.Names], Words("postures"));
        Assert.Equal(["all", .. Codes.Kinds.Names], Words("kinds"));
        Assert.Equal(["all", .. Codes.Sides.Names], Words("origins"));
        Assert.Equal(["all", .. Codes.Relations.Names], Words("relations"));
        Assert.Equal(["all", .. Codes.Sides.Names.Select(side => $"side:{side}"), .. ConstituencyNames.All], Words("audiences"));
        Assert.Equal(Codes.Sensitivities.Names, Texts(Definition("sensitivity").GetProperty("enum")));
        Assert.Equal(Codes.Grains.Names, Texts(Definition("grain").GetProperty("enum")));
        Assert.Equal(Codes.Gates.Names, Texts(Definition("grant").GetProperty("properties").GetProperty("gate").GetProperty("enum")));
        Assert.Equal(["all", .. Codes.Classes.Names], Members(Definition("grant").GetProperty("properties").GetProperty("disclose")));
    }

    [Fact]
    public void It_demands_the_same_members_as_the_reader()
    {
        Assert.False(PolicyDocument.TryParse("""{"name":"a","version":1,"grants":[{}],"withholdings":[{}]}"""u8, out _, out var errors));
        Assert.Equal(Texts(Definition("grant").GetProperty("required")).Order(StringComparer.Ordinal), Missing(errors, "grants[0]."));
        Assert.Equal(Texts(Definition("withholding").GetProperty("required")).Order(StringComparer.Ordinal), Missing(errors, "withholdings[0]."));
    }

    [Fact]
    public void It_allows_the_same_members_as_the_reader()
    {
        Assert.False(PolicyDocument.TryParse("""{"x":1,"name":"a","version":1,"grants":[{"x":1}],"withholdings":[{"x":1}]}"""u8, out _, out var errors));

        Assert.Contains(errors, error => error.Message.EndsWith($"use: {string.Join(", ", Members(Schema))}.", StringComparison.Ordinal));
        Assert.Equal(Members(Definition("grant")).Order(StringComparer.Ordinal), Allowed(errors, "grants[0].x"));
        Assert.Equal(Members(Definition("withholding")).Order(StringComparer.Ordinal), Allowed(errors, "withholdings[0].x"));
    }

    private static JsonElement Definition(string name) => Schema.GetProperty("$defs").GetProperty(name);

    private static string[] Words(string name) => Texts(Definition(name).GetProperty("items").GetProperty("enum"));

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static string[] Members(JsonElement schema) => [.. schema.GetProperty("properties").EnumerateObject().Select(member => member.Name)];

    private static IEnumerable<string> Missing(IReadOnlyList<PolicyError> errors, string path) => errors
        .Where(error => error.Field.StartsWith(path, StringComparison.Ordinal))
        .Select(error => error.Field[path.Length..])
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Allowed(IReadOnlyList<PolicyError> errors, string field) =>
        errors.Single(error => string.Equals(error.Field, field, StringComparison.Ordinal)).Message.Split("use: ")[1].TrimEnd('.').Split(", ").Order(StringComparer.Ordinal);
}
