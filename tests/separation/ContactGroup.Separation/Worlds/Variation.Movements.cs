using System.Text.Json.Nodes;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>How movements differ between the worlds.</summary>
internal sealed partial class Variation
{
    private static readonly string[] AlwaysThere = ["military:northern-force", "military:southern-force"];

    // Nothing of it is seen: another movement or site altogether. Who observes is named in neither world; words that hold it back stay.
    private Notify Other(Notify notify)
    {
        var fields = Withheld(notify);
        if (notify.IsSite)
        {
            fields["buildings"] = 12;
            fields["siteType"] = "OFFICE";
        }
        else
        {
            fields["vehicles"] = new JsonArray(new JsonObject { ["type"] = "TRUCK_LT_10T", ["colour"] = "white" });
            fields["windowEnd"] = MovementMaker.Later(7 * 24 * 60);
        }

        return notify with { By = Notifier(notify.By), Fields = fields.ToJsonString(), Recipients = notify.Room == "notify" ? Others(notify.Recipients) : notify.Recipients };
    }

    // Of what is seen of a movement, what is said is still without what recipients get: it may be said otherwise.
    private OfMovement? Other(OfMovement said) => said switch
    {
        AmendAdvisory amend => dice.OneIn(2) ? null : amend with { Fields = new JsonObject { ["unit"] = "Said otherwise", ["source"] = "Nobody" }.ToJsonString() },
        AmendMovement amend => amend with { Fields = new JsonObject { ["notes"] = "Otherwise.", ["staff"] = 77 }.ToJsonString() },
        HearOf heard => heard with { Note = "Otherwise.", Stop = heard.Stop is null ? 1 : null },
        RemoveSite gone => gone with { Reason = "CLOSED" },
        Confirm receipt => receipt with { By = Colleague(receipt.By), Cell = receipt.Cell + " of another", Query = receipt.Query is null ? "Where?" : null },
        SayState state => state with { Reason = "Otherwise." },
        WithdrawMovement taken => taken with { Reason = "Otherwise." },
        _ => said,
    };

    // A recipient gets the type of the organisation and no person, and nothing of purpose, escort, who else is on call, cargo, means of communication,
    // front lines, notes, numbers, reasons and who else is named.
    private Notify InPart(string key, Notify notify) => notify with
    {
        By = Notifier(notify.By),
        Fields = Withheld(notify).ToJsonString(),
        Recipients = notify.Room == "notify" && !sight.IsHeldUntilNarrowed(key) ? Others(notify.Recipients, also: sight.IsNamedIn(key)) : notify.Recipients,
    };

    // INVARIANT: nobody is listed who may not be named in that world: then the amendment would be refused there.
    private AmendMovement InPart(AmendMovement amend)
    {
        var fields = JsonNode.Parse(amend.Fields)!.AsObject();
        fields["notes"] = $"Otherwise {dice.Below(1000)}, call +999 11 555 0177.";
        fields["staff"] = 1 + dice.Below(99);
        fields.Remove("clear");
        if (!amend.IsSite)
        {
            Accompany(fields);
        }

        if (fields.ContainsKey("lateReason"))
        {
            fields["lateReason"] = "Another reason.";
        }

        var own = observer.Audience.ToString();
        var keeps = sight.IsHeldUntilNarrowed(amend.Movement) ? amend.Recipients
            : amend.Recipients is null ? dice.OneIn(3) && sight.IsNamedIn(amend.Movement) ? own : null
            : amend.Recipients.Split(' ').Contains(own, StringComparer.Ordinal) ? dice.OneIn(2) ? own : null
            : string.Empty;
        return amend with { Fields = fields.ToJsonString(), Recipients = keeps };
    }

    private JsonObject Withheld(Notify notify)
    {
        var changed = JsonNode.Parse(notify.Fields)!.AsObject();
        changed["notes"] = $"Said otherwise, {dice.Below(1000)}: 36.51234, 36.51234, +999 11 555 0178.";
        changed["staff"] = 20 + dice.Below(9);
        if (notify.IsSite)
        {
            changed["function"] = "Something else.";
            changed["relation"] = "ADMINISTERS";
        }
        else
        {
            changed["purpose"] = "GENERAL_CARGO";
            Accompany(changed);
            changed["lateReason"] = "The order of the day.";
        }

        if (dice.OneIn(2))
        {
            changed.Remove(notify.IsSite ? "occupants" : "evacuees");
        }

        return changed;
    }

    // INVARIANT: armed and with a justification, so that it is taken whatever was said before.
    private static void Accompany(JsonObject fields)
    {
        (fields["escort"], fields["escortJustification"]) = ("ARMED_ESCORT", "Said otherwise: 36.51234, 36.51234, +999 11 555 0178.");
        fields["alternateContact"] = new JsonObject { ["name"] = "Another lead", ["phone"] = "+999 11 555 0175", ["callSign"] = "Kite 7" };
        fields["focalPoint"] = new JsonObject { ["name"] = "Another room", ["phone"] = "+999 11 555 0174" };
        Load.PutOther(fields);
    }

    // Another organisation of the same type; a coordinator stays who they are.
    private string Notifier(string person)
    {
        var author = people.First(one => one.Key == person);
        return author.IsCoordinator
            ? person
            : dice.Of([.. people.Where(one => one.Audience == author.Audience && one.Where == In.Both && one.Key != observer.Key).Select(one => one.Key).DefaultIfEmpty(person)]);
    }

    // The other recipients as they fall; the observer's own line stays as it is.
    private string Others(string recipients, bool also = false)
    {
        var own = observer.Audience.ToString();
        var others = AlwaysThere.Where(audience => audience != own && dice.OneIn(2));
        return string.Join(' ', also || recipients.Split(' ').Contains(own, StringComparer.Ordinal) ? others.Append(own) : others);
    }
}
