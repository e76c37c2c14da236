using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain.Advisories;

namespace ContactGroup.Movements.Domain;

/// <summary>Tells an owner at once which named recipients do not get what was just said: nobody may believe a force told that is not.</summary>
internal static class Untold
{
    private const string HumanitarianSide =
        "The humanitarian side is not told yet, or not all of it: a coordinator looks first, because words in the summary, the place or the names of areas look like a position, a telephone number, a registration or a marking, or because it was taken back there before. Give positions in position and outline and numbers in callContact, or ask a coordinator.";

    /// <summary>One warning for each recipient that is not told now, and one for the humanitarian side where that is told and nobody is named.</summary>
    public static IEnumerable<Warning> Of(Notification notification, Command command) =>
        notification.Kind.IsDispatched ? Among(notification.Recipients, command)
        : command.Verdict?.Waiting.Count > 0 ? [new Warning(AdvisoryNames.Summary, HumanitarianSide)]
        : [];

    private static IEnumerable<Warning> Among(IReadOnlyList<string> recipients, Command command) => recipients.Select((recipient, index) =>
        command.Reached is { } reached && !reached.Contains(recipient, StringComparer.Ordinal)
            ? new Warning($"{ContentNames.Recipients}[{index}]", $"{recipient} is not in this room now and is not told. Reach it by another way.")
        : command.Verdict?.Waiting.Contains(recipient, StringComparer.Ordinal) == true
            ? new Warning($"{ContentNames.Recipients}[{index}]", $"{recipient} is not told yet, or not of all: a coordinator looks first, because words in it look like a position, a telephone number or a marking, or because it was taken back there before. Take such words out of names and descriptions, or ask a coordinator.")
        : null).OfType<Warning>();
}
