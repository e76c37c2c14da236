using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Movements.Domain;

/// <summary>How every notification begins, whatever its kind: what it is, who says it, whom it names.</summary>
internal static class FirstVersion
{
    /// <summary>What every notification says of itself, in every view: code of the list <c>notice</c>.</summary>
    private const string NotificationOnly = "NOTIFICATION_ONLY";

    /// <summary>The first version of a notification of this kind.</summary>
    public static Notification Of(
        Kind kind, JsonObject said, string state, IReadOnlyList<string> named, ItemOrigin origin, string channel, bool exercise)
    {
        var content = (JsonObject)said.DeepClone();
        content[ContentNames.Notice] = NotificationOnly;
        content[ContentNames.Version] = 1;
        content[ContentNames.State] = state;
        content[ContentNames.Recipients] = NamedForces.Listed(named);
        content[ContentNames.Organisation] = new JsonObject
        {
            ["id"] = origin.Organisation,
            ["name"] = origin.OrganisationName,
            ["constituency"] = ConstituencyCode.Of(origin.Constituency),
        };
        content[ContentNames.NotifiedBy] = new JsonObject { ["id"] = origin.Person, ["name"] = origin.PersonName };
        return new Notification(
            kind, Ids.New(), channel, Ids.NewReference(kind.Schema.ReferencePrefix), origin, exercise, Version: 1, ItemStatus.Current, Sensitivity.Moderate, named, content);
    }
}
