using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>What is said of a movement that is not notified yet.</summary>
/// <param name="Said">The fields.</param>
/// <param name="Named">Whom to tell outside the humanitarian side.</param>
internal sealed record MovementDraft(JsonObject Said, IReadOnlyList<string> Named)
{
    /// <summary>What every notification says of itself, in every view: code of the list <c>notice</c>.</summary>
    private const string NotificationOnly = "NOTIFICATION_ONLY";

    /// <summary>Reads what came in, each field for itself.</summary>
    /// <param name="request">What came in.</param>
    /// <param name="reached">Whom the room reaches; null when that is not looked at.</param>
    /// <param name="checks">Takes the faults.</param>
    public static MovementDraft Read(MovementFields request, IReadOnlyList<string>? reached, FieldChecks checks) =>
        new(FieldReading.Read(request, checks), NamedForces.Read(request.Recipients ?? [], reached, checks));

    /// <summary>The first version of the movement.</summary>
    /// <exception cref="ActRefusedException">It does not hold together, by the time that it is.</exception>
    public Notification Notify(ItemOrigin origin, string channel, bool exercise, MovementOptions options, DateTimeOffset now)
    {
        var content = (JsonObject)Said.DeepClone();
        content[ContentNames.Notice] = NotificationOnly;
        content[ContentNames.Version] = 1;
        content[ContentNames.State] = States.First;
        content[ContentNames.Recipients] = NamedForces.Listed(Named);
        content[ContentNames.Organisation] = new JsonObject
        {
            ["id"] = origin.Organisation,
            ["name"] = origin.OrganisationName,
            ["constituency"] = ConstituencyCode.Of(origin.Constituency),
        };
        content[ContentNames.NotifiedBy] = new JsonObject { ["id"] = origin.Person, ["name"] = origin.PersonName };
        var checks = new FieldChecks();
        ContentRules.Check(content, Said, options, now, checks);
        return checks.Failed
            ? throw new ActRefusedException(checks)
            : new Notification(
                MovementKind.Kind,
                Ids.New(),
                channel,
                Ids.NewReference(MovementSchema.Schema.ReferencePrefix),
                origin,
                exercise,
                Version: 1,
                ItemStatus.Current,
                Sensitivity.Moderate,
                Named,
                content);
    }
}
