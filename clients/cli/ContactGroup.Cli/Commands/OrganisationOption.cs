using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary>Of which organisation a person is that is called by name.</summary>
internal static class OrganisationOption
{
    public static Option<string?> Build() => new("--of") { Description = "The person's organisation: name, short name or id.", HelpName = "organisation" };
}
