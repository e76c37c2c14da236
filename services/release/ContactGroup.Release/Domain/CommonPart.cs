using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>
/// The fields that an audience gets, as far as somebody who looks on holds them. INVARIANT: nothing is in it that is not in the onlooker's own view at
/// the same or a finer grain; words that differ are shown only where a coordinator may have changed them.
/// </summary>
internal static class CommonPart
{
    public static JsonObject Of(JsonObject theirs, JsonObject own, ItemSchema schema)
    {
        var common = new JsonObject();
        foreach (var field in schema.Fields)
        {
            if (theirs[field.Name] is { } value && own[field.Name] is { } held && Of(field, value, held) is { } shared)
            {
                common[field.Name] = shared.DeepClone();
            }
        }

        return common;
    }

    private static JsonNode? Of(FieldSpec field, JsonNode theirs, JsonNode own)
    {
        if (JsonNode.DeepEquals(theirs, own))
        {
            return theirs;
        }

        return (IsCoarse(theirs), IsCoarse(own)) switch
        {
            (true, false) => JsonNode.DeepEquals(Coarsening.Apply(field, own), theirs) ? theirs : null,
            (false, true) => own,
            (false, false) => field.Longest is null ? null : theirs,
            _ => null,
        };
    }

    private static bool IsCoarse(JsonNode value) => value is JsonObject shape && shape["coarse"] is JsonValue coarse && coarse.TryGetValue<bool>(out var yes) && yes;
}
