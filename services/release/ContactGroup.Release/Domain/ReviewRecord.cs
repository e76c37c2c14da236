using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Release.Domain;

/// <summary>What a coordinator had before them and what they let go, for the record: kept beside each other and never changed.</summary>
/// <param name="By">Name of the coordinator at that time.</param>
/// <param name="Views">Each distinct view; empty when nothing was released.</param>
internal sealed record ReviewRecord(string By, IReadOnlyList<ReviewedView> Views)
{
    public static ReviewRecord? Read(string? stored) => stored is null ? null : JsonSerializer.Deserialize<ReviewRecord>(stored, ViewJson.Options);

    public string Write() => JsonSerializer.Serialize(this, ViewJson.Options);
}

/// <summary>One view as it was proposed and as it went.</summary>
/// <param name="Audiences">Who got it.</param>
/// <param name="Proposed">The fields that the rules gave.</param>
/// <param name="Released">The fields that went; null when they went as proposed.</param>
internal sealed record ReviewedView(IReadOnlyList<string> Audiences, JsonNode Proposed, JsonNode? Released);
