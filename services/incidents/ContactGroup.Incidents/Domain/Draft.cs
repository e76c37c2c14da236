using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Incidents.Domain;

/// <summary>Fields and label of a request after reading, about to become a version.</summary>
/// <param name="Said">The fields that were said, readable each for itself.</param>
/// <param name="Cleared">Names of fields to empty.</param>
/// <param name="Label">What was said about the label.</param>
internal sealed record Draft(JsonObject Said, IReadOnlyCollection<string> Cleared, SaidLabel Label)
{
    public bool SaysNothing => Said.Count == 0 && Cleared.Count == 0 && Label is { Sensitivity: null, ReleaseTo: null, Caveats: null };

    private static readonly string[] LinkNames = [IncidentLink.Version, IncidentLink.Hash];

    /// <summary>Says which version of the linked item its reporter holds, and by its hash what was in it.</summary>
    public void Link(HeldItem? held)
    {
        if (held is { Version: { } version, Hash: { } hash })
        {
            (Said[IncidentLink.Version], Said[IncidentLink.Hash]) = (version, hash);
        }
    }

    /// <summary>The first version.</summary>
    public Incident Report(Participant who, ChannelPass pass, DateTimeOffset now, FieldChecks checks)
    {
        Said[ContentNames.Verification] = "UNVERIFIED";
        Said[ContentNames.Organisation] = new JsonObject
        {
            ["id"] = who.OrganisationId,
            ["name"] = who.OrganisationName,
            ["constituency"] = ConstituencyCode.Of(who.Constituency),
        };
        Said[ContentNames.ReportedBy] = new JsonObject { ["id"] = who.PersonId, ["name"] = who.DisplayName };
        var origin = new ItemOrigin(
            who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, who.Constituency, who.Force);
        var blank = new Incident(
            Ids.New(), pass.Channel, Ids.NewReference(IncidentSchema.Schema.ReferencePrefix), origin, pass.Exercise, Version: 0, ItemStatus.Current,
            Hosting.Items.Label.Default, Protection: false, Derived: [], Content: []);
        return Over(blank, now, checks);
    }

    /// <summary>The next version: what was said over what stood before.</summary>
    public Incident Over(Incident before, DateTimeOffset now, FieldChecks checks)
    {
        var content = (JsonObject)before.Content.DeepClone();
        if (Said.ContainsKey(ContentNames.LinkedNotification) || Cleared.Contains(ContentNames.LinkedNotification, StringComparer.Ordinal))
        {
            Array.ForEach(LinkNames, name => content.Remove(name)); // They are of the link that is no more.
        }

        foreach (var (name, value) in Said)
        {
            content[name] = value?.DeepClone();
        }

        foreach (var name in Cleared)
        {
            content.Remove(name);
        }

        ContentRules.Check(content, now, checks);
        var derived = Derivation.Fill(content, before.Derived.Where(name => !Said.ContainsKey(name)));
        var label = Label.Over(before.Label);
        var protection = before.Protection || ProtectionRule.Applies(content);
        var limit = ReleaseLimit.Of(content, protection, ConstituencyCode.SideOf(before.Origin.Constituency));
        return before.Next(content) with
        {
            Derived = derived,
            Protection = protection,
            Label = label with
            {
                Sensitivity = protection ? ProtectionRule.Raise(label.Sensitivity) : label.Sensitivity,
                ReleaseTo = limit?.Narrow(label.ReleaseTo, Label, checks) ?? label.ReleaseTo,
            },
        };
    }
}
