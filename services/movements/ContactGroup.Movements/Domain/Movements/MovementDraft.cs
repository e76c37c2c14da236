using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>What is said of a movement that is not notified yet.</summary>
/// <param name="Said">The fields.</param>
/// <param name="Named">Whom to tell outside the humanitarian side.</param>
internal sealed record MovementDraft(JsonObject Said, IReadOnlyList<string> Named)
{
    /// <summary>Reads what came in, each field for itself.</summary>
    /// <param name="request">What came in.</param>
    /// <param name="reached">Whom the room reaches; null when that is not looked at.</param>
    /// <param name="checks">Takes the faults.</param>
    public static MovementDraft Read(MovementFields request, IReadOnlyList<string>? reached, FieldChecks checks)
    {
        var said = FieldReading.Read(request, checks);
        if (!checks.Failed)
        {
            StaffTotal.Fill(said);
        }

        return new(said, NamedForces.Read(request.Recipients ?? [], reached, checks));
    }

    /// <summary>The first version of the movement.</summary>
    /// <exception cref="ActRefusedException">It does not hold together, by the time that it is.</exception>
    public Notification Notify(ItemOrigin origin, string channel, bool exercise, MovementOptions options, DateTimeOffset now)
    {
        var movement = Unchecked(origin, channel, exercise);
        var checks = new FieldChecks();
        ContentRules.Check(before: null, movement.Content, Said, options, now, checks);
        StageTimes.Begin(movement, now);
        return checks.Failed ? throw new ActRefusedException(checks) : movement;
    }

    /// <summary>The same whether or not it holds together, to be compared with what is there.</summary>
    public Notification Unchecked(ItemOrigin origin, string channel, bool exercise) =>
        FirstVersion.Of(MovementKind.Kind, Said, States.First, Named, origin, channel, exercise);
}
