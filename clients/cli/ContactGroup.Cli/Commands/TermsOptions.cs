using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary>The terms of reference of a contact group, as a coordinator writes them.</summary>
internal sealed class TermsOptions
{
    public Option<string> Purpose { get; } = new("--purpose") { Description = "What the contact group is for.", HelpName = "text", Required = true };

    public Option<string> Assumptions { get; } = new("--assumptions") { Description = "What everybody takes part on: what it is not, who may say what to whom.", HelpName = "text", Required = true };

    public IReadOnlyList<Symbol> All => [Purpose, Assumptions];
}
