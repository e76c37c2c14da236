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
            ? new Warning($"{ContentNames.Recipients}[{index}]", $"{recipient} is not told yet, or not of all: a coordinator looks first, because words in it look like a position, a telephone number or a marking, or because it was taken back there before. Take such words out of names and descriptions, or ask a coordinator.")
        : null).OfType<Warning>();
}
