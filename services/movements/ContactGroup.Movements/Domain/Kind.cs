using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Movements.Domain.Areas;

namespace ContactGroup.Movements.Domain;

/// <summary>In what the kinds of notifications differ, for those parts that they share.</summary>
/// <param name="Schema">Their fields.</param>
/// <param name="Shown">Fields that recipients are shown in full precision: a change of one of them is a version of its own for them.</param>
/// <param name="ReleaseTo">Atoms of the release set.</param>
/// <param name="ExpiresAt">
/// Until when others than its owner are shown it, from when that was first said which they are shown now; null for as long as it is not taken back.
/// </param>
/// <param name="Warnings">What may be wrong with it although it is taken.</param>
internal sealed record Kind(
    ItemSchema Schema,
    IReadOnlyList<string> Shown,
    Func<Notification, IReadOnlyList<string>> ReleaseTo,
    Func<Notification, DateTimeOffset, MovementOptions, DateTimeOffset?> ExpiresAt,
    Func<JsonObject, Boundaries, IEnumerable<Warning>> Warnings)
{
    /// <summary>Name on the wire.</summary>
    public string Name => Schema.Kind;

    /// <summary>Places that others of the same organisation are compared with while it is in force.</summary>
    public Func<Notification, IEnumerable<NotifiedPlace>> Places { get; init; } = _ => [];

    /// <summary>When and where it goes, to be compared with what the same organisation notified in the same room; null where it goes nowhere, or no longer.</summary>
    public Func<Notification, Trip?> Trip { get; init; } = _ => null;

    /// <summary>Whether it is compared with places that the same organisation notified in the same room.</summary>
    public bool IsCompared { get; init; }

    /// <summary>Whether it says of each named recipient where it stands with it.</summary>
    public bool IsDispatched { get; init; } = true;

    /// <summary>What happens to one by itself.</summary>
    public IReadOnlyList<Timed> Timetable { get; init; } = [];

    /// <summary>Writes into a version that is about to be stored what follows from the rest of it and from the time.</summary>
    public Action<Notification, DateTimeOffset, MovementOptions> Settle { get; init; } = (_, _, _) => { };
}
