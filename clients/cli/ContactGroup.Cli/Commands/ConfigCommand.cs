using System.CommandLine;
using System.Diagnostics;
using ContactGroup.Cli.Settings;

namespace ContactGroup.Cli.Commands;

/// <summary><c>config check</c>: is this terminal, or a server's settings file, in order?</summary>
internal static class ConfigCommand
{
    public static Command Build(Cli cli)
    {
        var file = new Argument<string?>("FILE") { Description = "A server's appsettings.json. Without it, the profile of this terminal is checked.", Arity = ArgumentArity.ZeroOrOne };
        var check = cli.Command("check", "Check the profile and the way to the server, or a server's settings file.", CheckAsync, [file]);
        return Cli.Family("config", "Configuration.", check);

        async Task<ExitCode> CheckAsync(Invocation run, CancellationToken cancellationToken)
        {
            IReadOnlyList<Finding> findings = run.Get(file) is { } path
                ? await SettingsFile.CheckAsync(path, cancellationToken)
                : await new ProfileCheck(run).RunAsync(cancellationToken);
            var exit = findings.Select(f => f.Exit).DefaultIfEmpty(ExitCode.Ok).Max();
            return run.Answers.Give("config-check", findings, say => say.Table(
                ["", "WHAT", "FOUND", "REMEDY"],
                findings.Select(f => new[] { f.State switch { FindingState.Good => "ok", FindingState.Doubtful => "!", FindingState.Wrong => "✗", _ => throw new UnreachableException() }, f.What, f.Found, f.Remedy })), exit);
        }
    }
}
