using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Advisories;

/// <summary>What is said in an advisory that is not issued yet.</summary>
/// <param name="Said">The fields.</param>
internal sealed record AdvisoryDraft(JsonObject Said)
{
    /// <summary>The first version of the advisory.</summary>
    /// <exception cref="ActRefusedException">It does not hold together, by the time that it is.</exception>
    public Notification Issue(ItemOrigin origin, string channel, bool exercise, DateTimeOffset now)
    {
        var content = (JsonObject)Said.DeepClone();
        content[ContentNames.Version] = 1;
        content[ContentNames.State] = AdvisoryStates.InForce;
        content[ContentNames.Organisation] = new JsonObject
        {
            ["id"] = origin.Organisation,
            ["name"] = origin.OrganisationName,
            ["constituency"] = ConstituencyCode.Of(origin.Constituency),
        };
        content[AdvisoryNames.IssuedBy] = new JsonObject { ["id"] = origin.Person, ["name"] = origin.PersonName };
        var checks = new FieldChecks();
        AdvisoryRules.Check(content, Said, origin, now, checks);
        return checks.Failed
            ? throw new ActRefusedException(checks)
            : new Notification(
                AdvisoryKind.Kind,
                Ids.New(),
                channel,
                Ids.NewReference(AdvisorySchema.Schema.ReferencePrefix),
                origin,
                exercise,
                Version: 1,
                ItemStatus.Current,
                Sensitivity.Moderate,
                Recipients: [],
                content);
    }
}
