using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>How advisories and notices differ between the worlds.</summary>
internal sealed partial class Variation
{
    // The humanitarian side is told nothing of unit, operation, source and person.
    private Advise InPart(Advise advise)
    {
        var changed = JsonNode.Parse(advise.Fields)!.AsObject();
        changed["unit"] = $"Another unit {dice.Below(1000)}";
        changed["source"] = "Another source";
        changed.Remove("operation");
        return advise with { By = Colleague(advise.By), Fields = changed.ToJsonString() };
    }

    private Raise InPart(string key, Raise raise)
    {
        // That it names an item which the observer does not hold shows to nobody but those who do.
        var linked = raise.Linked is { } slot && !sight.MaySeeItem(slot) && dice.OneIn(2) ? null : raise.Linked;
        return !sight.CrossesLine(key) ? raise with { Linked = linked } : raise with
        {
            By = observer.IsCoordinator ? raise.By : Colleague(raise.By),
            Fields = OtherNotice(raise.Fields, Author(raise).Side is Side.Humanitarian),
            Linked = linked,
        };
    }

    // INVARIANT: over in both or in neither, and whatever may be said after the one may be said after the other, but for itself.
    private static SayConstraint Other(SayConstraint said) => said with
    {
        Note = "Otherwise.",
        State = said.State switch { "UNDER_FOLLOW_UP" => "ESCALATED", "ESCALATED" => "MITIGATED", "MITIGATED" => "UNDER_FOLLOW_UP", var over => over },
    };

    private string OtherNotice(string fields, bool isDay = false)
    {
        var changed = JsonNode.Parse(fields)!.AsObject();
        changed["title"] = "Something else";
        changed["negotiation"] = "Told otherwise " + dice.Below(1000).ToString(CultureInfo.InvariantCulture);
        changed["imposedByName"] = "Somebody else";
        changed["source"] = "Another trader";
        changed["impediment"] = "VISA";
        changed["followUpBy"] = MovementMaker.Later(dice.Of(NoticeMaker.FollowUps));
        changed.Remove("peopleAffected");
        if (isDay)
        {
            changed["startedAt"] = $"2040-02-28T0{dice.Below(10)}:15:00Z";
        }

        return changed.ToJsonString();
    }
}
