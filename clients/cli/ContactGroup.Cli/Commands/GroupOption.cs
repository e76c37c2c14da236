using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary>Which contact group is meant.</summary>
internal static class GroupOption
{
    public static Option<string?> Build() => new("--group") { Description = "Name or id; may be left out when you belong to one group.", HelpName = "group" };
}
