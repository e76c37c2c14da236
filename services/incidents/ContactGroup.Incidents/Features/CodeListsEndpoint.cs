using ContactGroup.Contracts.Codes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Incidents.Features;

/// <summary>Every code list with its labels: public knowledge, the same for everybody who is signed in.</summary>
internal static class CodeListsEndpoint
{
    public sealed record Entry(string Code, string Label, string? Ar, string? Same);

    public sealed record List(string Title, string Source, string Version, IReadOnlyList<Entry> Codes);

    private static readonly IReadOnlyDictionary<string, List> Lists = new SortedDictionary<string, List>(
        CodeLists.All.Values.ToDictionary(list => list.Name, Read, StringComparer.Ordinal), StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder incidents) => incidents
        .MapGet("/code-lists", Handle)
        .WithName("CodeLists")
        .WithSummary("Every code list with its labels");

    internal static Ok<IReadOnlyDictionary<string, List>> Handle() => TypedResults.Ok(Lists);

    private static List Read(CodeList list) =>
        new(list.Title, list.Source, list.Version, [.. list.Codes.Select(code => new Entry(code.Value, code.English, code.Arabic, code.Same))]);
}
