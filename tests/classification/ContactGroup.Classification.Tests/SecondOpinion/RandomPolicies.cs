using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace ContactGroup.Classification.Tests.SecondOpinion;

/// <summary>The shipped policy with a few changes such as people make: a grant less, another gate, another grain, fewer audiences, another bound.</summary>
internal static class RandomPolicies
{
    private static readonly string Shipped = RepositoryFiles.Read("services/policies/humanitarian-space.json");

    public static JsonNode Unchanged => JsonNode.Parse(Shipped)!;

    public static Gen<JsonNode> Some { get; } =
        from count in Gen.Choose(1, 4)
        from edits in Gen.Choose(0, int.MaxValue).ListOf(count)
        select edits.Aggregate(Unchanged, Edit);

    private static JsonNode Edit(JsonNode policy, int seed)
    {
        var grants = policy["grants"]!.AsArray();
        var grant = grants[seed / 8 % grants.Count]!.AsObject();
        var pick = seed / 1000;
        switch (seed % 8)
        {
            case 0 when grants.Count > 1:
                grants.Remove(grant);
                break;
            case 1:
                grant["gate"] = "review";
                break;
            case 2:
                grant["gate"] = "automatic";
                break;
            case 3:
                grant["maxSensitivity"] = SlowWords.Sensitivities[pick % 4];
                break;
            case 4:
                grant["disclose"]![SlowWords.Classes[pick % SlowWords.Classes.Length]] = SlowWords.Grains[pick / 32 % 3];
                break;
            case 5:
                grant["postures"] = new JsonArray(SlowWords.Postures[pick % 3], SlowWords.Postures[0]);
                break;
            case 6:
                grant["audiences"] = new JsonArray([.. SlowWords.SideOf.Keys.Skip(pick % 6).Take(1 + (pick / 8 % 6)).Select(name => (JsonNode)name)]);
                break;
            default:
                grant["relations"] = new JsonArray(SlowWords.Relations[pick % 4], SlowWords.Relations[pick / 4 % 4]);
                break;
        }

        return policy;
    }
}
