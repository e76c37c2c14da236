using System.Reflection;
using System.Text.RegularExpressions;

namespace ContactGroup.Channels.Tests;

public sealed class LogTests
{
    private static readonly string[] Ids = ["Channel", "Group", "Item", "Member", "Person", "Reason", "Upload", "Version"];

    private static IReadOnlyList<LoggerMessageAttribute> Messages { get; } =
        [.. typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.Public).Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!)];

    [Fact]
    public void Every_event_has_a_number_of_its_own_from_2000_to_2099()
    {
        Assert.All(Messages, message => Assert.InRange(message.EventId, 2000, 2099));
        Assert.Equal(Messages.Count, Messages.Select(message => message.EventId).Distinct().Count());
    }

    [Fact]
    public void Log_lines_carry_ids_and_nothing_else() => Assert.All(
        Messages.SelectMany(message => Regex.Matches(message.Message, @"\{(?<name>\w+)\}", RegexOptions.None, TimeSpan.FromSeconds(1))),
        hole => Assert.True(Ids.Contains(hole.Groups["name"].Value, StringComparer.Ordinal), hole.Value));
}
