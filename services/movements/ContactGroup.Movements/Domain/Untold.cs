using ContactGroup.Movements.Data;

namespace ContactGroup.Movements.Domain;

/// <summary>Tells an owner at once which named recipients do not get what was just said: nobody may believe a force told that is not.</summary>
internal static class Untold
{
    /// <summary>One warning for each recipient that is not told now.</summary>
    public static IEnumerable<Warning> Among(IReadOnlyList<string> recipients, Command command) => recipients.Select((recipient, index) =>
        command.Reached is { } reached && !reached.Contains(recipient, StringComparer.Ordinal)
            ? new Warning($"{ContentNames.Recipients}[{index}]", $"{recipient} is not in this room now and is not told. Reach it by another way.")
        : command.Verdict?.Waiting.Contains(recipient, StringComparer.Ordinal) == true
            ? new Warning($"{ContentNames.Recipients}[{index}]", $"{recipient} is not told yet: a coordinator looks at it first. Until then it has what it had before.")
        : null).OfType<Warning>();
}
