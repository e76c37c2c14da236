using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Access.Domain;

/// <summary>Fields and label of a request after reading, about to become a version.</summary>
/// <param name="Said">The fields that were said, readable each for itself.</param>
/// <param name="Cleared">Names of fields to empty.</param>
/// <param name="Label">What was said about the label.</param>
internal sealed record Draft(JsonObject Said, IReadOnlyCollection<string> Cleared, SaidLabel Label)
{
    public bool SaysNothing => Said.Count == 0 && Cleared.Count == 0 && SaysNothingOfLabel;

    /// <summary>Whether it is about who follows it up and until when, and about nothing else.</summary>
    public bool IsFollowUp => SaysNothingOfLabel && Said.Select(said => said.Key).Concat(Cleared).All(name => ContentNames.FollowUp.Contains(name, StringComparer.Ordinal));

    private bool SaysNothingOfLabel => Label is { Sensitivity: null, ReleaseTo: null, Caveats: null };

    /// <summary>The first version.</summary>
    public Notice Raise(ItemOrigin who, string channel, bool exercise, DateTimeOffset now, FieldChecks checks)
    {
        var blank = new Notice(
            Ids.New(), channel, Ids.NewReference(AccessConstraintSchema.Schema.ReferencePrefix), who, exercise, Version: 0, ItemStatus.Current,
            Hosting.Items.Label.Default, new JsonObject
            {
                [ContentNames.State] = States.First,
                [ContentNames.Organisation] = new JsonObject
                {
                    ["id"] = who.Organisation,
                    ["name"] = who.OrganisationName,
                    ["constituency"] = ConstituencyCode.Of(who.Constituency),
                },
                [ContentNames.RaisedBy] = new JsonObject { ["id"] = who.Person, ["name"] = who.PersonName },
            });
        return Over(blank, now, checks);
    }

    /// <summary>The next version: what was said over what stood before.</summary>
    public Notice Over(Notice before, DateTimeOffset now, FieldChecks checks)
    {
        var next = before.Next() with { Label = Label.Over(before.Label) };
        foreach (var (name, value) in Said)
        {
            next.Content[name] = value?.DeepClone();
        }

        foreach (var name in Cleared)
        {
            next.Content.Remove(name);
        }

        if (before.Version > 0)
        {
            Course.Note(before, next, now);
        }

        if (before.Content.Text(ContentNames.FollowUpBy) != next.Content.Text(ContentNames.FollowUpBy))
        {
            next.Content.Remove(ContentNames.FollowUpDueSince);
        }

        ContentRules.Check(next.Content, now, checks);
        Links.Check(next.Content, checks);
        return next;
    }
}
