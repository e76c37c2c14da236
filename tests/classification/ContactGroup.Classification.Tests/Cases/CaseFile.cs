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

/// <summary>What a row speaks about: every dimension is a list, and the row holds for each combination that can be.</summary>
internal interface IQuestions
{
    string[] Posture { get; }

    string[] Kind { get; }

    string[] Origin { get; }

    string[] Sensitivity { get; }

    string[] Audience { get; }

    string[] Relation { get; }
}

/// <summary>One row of a decision table.</summary>
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
    JsonElement? Immediately) : IQuestions;

/// <summary>One row of the table of floors: classes that nothing can show there; without any, that nothing can show even existence.</summary>
internal sealed record FloorCase(
    string Says,
    string[] Posture,
    string[] Kind,
    string[] Origin,
    string[] Sensitivity,
    string[] Audience,
    string[] Relation,
    string[] Never,
    string[]? CoarseAtMost = null) : IQuestions;

/// <summary>One row of the table of relations.</summary>
internal sealed record RelationCase(
    string Says, string Origin, string? Organisation, string[] Recipients, string Asked, string? AskedOrganisation, string Relation);

/// <summary>One row of the table of release sets.</summary>
internal sealed record ReleaseSetCase(
    string Says, string[] ReleaseTo, string Origin, string? Organisation, string Asked, string? AskedOrganisation, string Reach);

/// <summary>One row of the table of sides.</summary>
internal sealed record SideCase(string Constituency, string Side);
