using System.Text.Json;

namespace ContactGroup.Classification.Tests.Cases;

/// <summary>A file of cases under <c>tests/classification/cases</c>; the web client's tests read the same files.</summary>
internal sealed record CaseFile<TCase>(string Title, IReadOnlyList<TCase> Cases, string? Policy = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static CaseFile<TCase> Read(string name) =>
        JsonSerializer.Deserialize<CaseFile<TCase>>(RepositoryFiles.Read($"tests/classification/cases/{name}"), Options)!;
}

/// <summary>One row of a decision table. Every dimension is a list; the row holds for each combination.</summary>
internal sealed record DecisionCase(
    string Says,
    string[] Posture,
    string[] Kind,
    string[] Origin,
    string[] Sensitivity,
    string[] Audience,
    string[] Relation,
    string Gate,
    Dictionary<string, string>? Shows,
    JsonElement? Immediately);

/// <summary>One row of the table of relations.</summary>
internal sealed record RelationCase(
    string Says, string Origin, string? Organisation, string[] Recipients, string Asked, string? AskedOrganisation, string Relation);

/// <summary>One row of the table of release sets.</summary>
internal sealed record ReleaseSetCase(
    string Says, string[] ReleaseTo, string Origin, string? Organisation, string Asked, string? AskedOrganisation, string Reach);
