using ContactGroup.Contracts.Movements;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>What is particular to movements.</summary>
internal static class MovementKind
{
    public static Kind Kind { get; } = new(
        MovementSchema.Schema,
        [
            ContentNames.Notice, ContentNames.State, ContentNames.Category, ContentNames.Mode, ContentNames.WindowStart, ContentNames.WindowEnd,
            ContentNames.Country, ContentNames.Route, ContentNames.Vehicles, ContentNames.CallContact,
        ],
        ReleaseTo.NamedAlone,
        (movement, said, options) => ExpiresAt(movement, said, options.ShownAfter),
        Warnings.For);

    // What is said after the window is shown as long as what is said in it.
    private static DateTimeOffset ExpiresAt(Notification movement, DateTimeOffset said, TimeSpan shownAfter)
    {
        var end = ContentRules.Instant(movement.Content, ContentNames.WindowEnd);
        return (States.IsOver(movement.State) || said > end ? said : end) + shownAfter;
    }
}
