using System.Text.Json.Nodes;
using ContactGroup.Movements.Domain.Areas;

namespace ContactGroup.Movements.Domain.Advisories;

/// <summary>Looks at whether an advisory is about the area that it states.</summary>
internal static class AdvisoryWarnings
{
    /// <summary>What to look at; nothing of an advisory that is over. An outline is as large as the force says, and is not compared.</summary>
    public static IEnumerable<Warning> For(JsonObject content, Boundaries boundaries) =>
        (string?)content[ContentNames.State] != AdvisoryStates.Ended && content[AdvisoryNames.Position] is { } position
        && StatedArea.Of(content, AdvisoryNames.Position, Outlines.Degrees(position), (int?)content[AdvisoryNames.Radius] ?? 0, boundaries) is { } warning
            ? [warning]
            : [];
}
